import { statedWords } from '../page/tokens.js';

/** What the text of a row states in a recognised form (dialect.md §13.3); whatever it does not state is absent. */
export interface Stated {
  /** A length, count or amount, whichever the text gives a number for. */
  readonly least?: number;
  readonly most?: number;
  /** The text speaks of 64 bits. */
  readonly isWide: boolean;
  readonly unit?: string;
  /** Names of date forms and encodings, sorted, in lower case. */
  readonly format?: string;
  /** The clauses that say when the row is required. */
  readonly condition?: string;
  /** Largest size of a file, in kibibytes. */
  readonly fileSize?: number;
  /** Sorted, in lower case. */
  readonly fileTypes: readonly string[];
  /** How long a link works: number and unit as written. */
  readonly lifetime?: string;
}

export function readStated(text: string): Stated {
  const range = statedWords.range.exec(text)?.groups;
  const least = toNumber(range?.['least'] ?? statedWords.least.exec(text)?.groups?.['number']);
  const most = toNumber(range?.['most'] ?? statedWords.most.exec(text)?.groups?.['number']);
  const unit = statedWords.unit.exec(text)?.groups?.['unit'];
  const format = sortedMatches(text, statedWords.formats).join(' ');
  const condition = clausesWith(text, statedWords.condition);
  const fileSize = readFileSize(text);
  const lifetime = firstOf(statedWords.lifetime.exec(text)?.groups, ['number', 'unit'], ['number2', 'unit2']);
  return {
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    isWide: statedWords.wide.test(text),
    ...(unit !== undefined && { unit }),
    ...(format !== '' && { format }),
    ...(condition !== undefined && { condition }),
    ...(fileSize !== undefined && { fileSize }),
    fileTypes: sortedMatches(text, statedWords.fileTypes),
    ...(lifetime !== undefined && { lifetime }),
  };
}

/** The clauses of a description that say what to do before a call is repeated. */
export function readRetryGuidance(text: string): string | undefined {
  return clausesWith(text, statedWords.retry);
}

/** How the platform repeats a notification: seconds until it gives up on a reply, and the rhythm or number of repetitions. */
export function readRepetition(text: string): { readonly deadline?: string; readonly rhythm?: string } {
  const deadline = firstOf(statedWords.deadline.exec(text)?.groups, ['number'], ['number2']);
  const rhythm = firstOf(statedWords.repetitions.exec(text)?.groups, ['rhythm'], ['times']);
  return { ...(deadline !== undefined && { deadline }), ...(rhythm !== undefined && { rhythm }) };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The first set of groups that matched, its parts joined. */
function firstOf(groups: Groups | undefined, ...alternatives: readonly (readonly string[])[]): string | undefined {
  for (const names of alternatives) {
    const parts = names.map((name) => groups?.[name]);
    if (parts.every((part) => part !== undefined)) return parts.join('').trim();
  }
  return undefined;
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function readFileSize(text: string): number | undefined {
  const { number, unit } = statedWords.fileSize.exec(text)?.groups ?? {};
  const factor = statedWords.fileSizeUnits.get(unit?.toLowerCase() ?? '');
  return factor === undefined ? undefined : Number(number) * factor;
}

function sortedMatches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([match]) => match.toLowerCase()))].sort();
}

function clausesWith(text: string, pattern: RegExp): string | undefined {
  const clauses = text.split(/[。；;，,\n]/).filter((clause) => pattern.test(clause));
  return clauses.length === 0 ? undefined : clauses.map((clause) => clause.trim()).join('; ');
}

/** The digest that a row of an upload says it is, by the name that Node knows it by. */
export function readDigest(text: string): string | undefined {
  return statedWords.digest.exec(text)?.groups?.['algorithm']?.replace('-', '').toLowerCase();
}
