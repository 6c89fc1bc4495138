import type { Breaks, ChangeWord, Level, RuleClass, Semver } from './finding.js';

/**
 * A cell of the catalogue (drift-rules.md §1): level, semver, and the kind of break: `W`ire, `S`ource, `B`oth or none.
 */
export type Cell = `${Level} ${Semver} ${'W' | 'S' | 'B' | '-'}`;

export interface Judgement {
  readonly level: Level;
  readonly semver: Semver;
  readonly breaks: Breaks;
}

/** What the catalogue says of a rule, whatever the pages. Detectors know only its id. */
export interface Rule extends Judgement {
  /** One line that begins with "Fires when". */
  readonly purpose: string;
  readonly class: RuleClass;
  /** The ids that may fire when base and head change places; its own id where the rule has no direction. */
  readonly opposites: readonly string[];
  /** The plain words that the id itself stands for, in the finding's own place. */
  readonly changes: readonly ChangeWord[];
  readonly help: string;
  /** A situation in which the same edit weighs less; the detector says when it holds. */
  readonly milder?: Judgement & { readonly when: string };
}

/** A rule as its family declares it. */
export interface RuleDeclaration {
  readonly purpose: string;
  readonly verdict: Cell;
  readonly class?: 'text';
  readonly opposite: string | readonly string[];
  readonly changes?: readonly ChangeWord[];
  /** The next step in the imperative; the absent case is answered from the kind of break. */
  readonly help?: string;
  readonly milder?: { readonly when: string; readonly verdict: Cell };
}

/** The four columns of the catalogue. An `ack` is what the caller answers to a webhook. */
export type Side = 'request' | 'response' | 'webhook' | 'ack';

/** A row with side columns. `webhook` reads like a response and `ack` is written like a request. */
export interface SidedRuleDeclaration extends Omit<RuleDeclaration, 'verdict' | 'milder'> {
  readonly request: Cell;
  readonly response: Cell;
  readonly milder?: { readonly when: string; readonly request: Cell; readonly response: Cell };
}

/** Turns a family of rules without columns into rules. */
export function declareRules<const Family extends Readonly<Record<string, RuleDeclaration>>>(
  family: Family,
): Record<keyof Family & string, Rule> {
  return mapEntries(family, (id, declaration) => [[id, completeRule(declaration, [declaration.opposite].flat())]]);
}

/** Turns a family of rows into one rule per side and row: `request-became-required`, `response-became-required` and so on. */
export function declareSidedRules<const Family extends Readonly<Record<string, SidedRuleDeclaration>>, const Sides extends readonly Side[]>(
  sides: Sides,
  family: Family,
): Record<`${Sides[number]}-${keyof Family & string}`, Rule> {
  return mapEntries(family, (row, sided: SidedRuleDeclaration) => {
    const { request, response, milder, ...declaration } = sided;
    return sides.map((side) => {
      const column = side === 'request' || side === 'ack' ? 'request' : 'response';
      const opposites = [declaration.opposite].flat().map((opposite) => `${side}-${opposite}`);
      return [
        `${side}-${row}`,
        completeRule(
          {
            ...declaration,
            verdict: column === 'request' ? request : response,
            ...(milder === undefined ? {} : { milder: { when: milder.when, verdict: milder[column] } }),
          },
          opposites,
        ),
      ];
    });
  });
}

export const allSides = ['request', 'response', 'webhook', 'ack'] as const;

function completeRule(declaration: RuleDeclaration, opposites: readonly string[]): Rule {
  const judgement = readCell(declaration.verdict);
  return {
    purpose: declaration.purpose,
    class: declaration.class ?? 'contract',
    ...judgement,
    opposites,
    changes: declaration.changes ?? [],
    help: declaration.help ?? defaultHelp(judgement),
    ...(declaration.milder === undefined ? {} : { milder: { when: declaration.milder.when, ...readCell(declaration.milder.verdict) } }),
  };
}

const breaksByLetter = { W: 'wire', S: 'source', B: 'both', '-': 'none' } as const;

function readCell(cell: Cell): Judgement {
  // The type of `cell` is the grammar, so the three words are what their types say.
  const [level, semver, letter] = cell.split(' ') as [Level, Semver, keyof typeof breaksByLetter];
  return { level, semver, breaks: breaksByLetter[letter] };
}

/** What to do about an edit of some weight, where its rule has no advice of its own. */
export function defaultHelp({ breaks, level }: Pick<Judgement, 'breaks' | 'level'>): string {
  switch (breaks) {
    case 'wire':
      return 'Release the regenerated client soon: released ones misbehave as soon as the platform acts as documented.';
    case 'both':
      return 'Release a new major version, and tell users of older ones: they misbehave, and their code needs an edit.';
    case 'source':
      return 'Release a new major version: users have to edit their code when they update, released clients go on working.';
    case 'none':
      return level === 'warn' ? 'Read the change and decide whether users have to know.' : 'Regenerate the SDK; nothing else is needed.';
  }
}

function mapEntries<Family extends Readonly<Record<string, unknown>>, Id extends string>(
  family: Family,
  toRules: (id: keyof Family & string, declaration: Family[keyof Family]) => readonly (readonly [string, Rule])[],
): Record<Id, Rule> {
  // Object.entries forgets the literal names that the type of the family carries.
  const entries = Object.entries(family) as [keyof Family & string, Family[keyof Family]][];
  return Object.fromEntries(entries.flatMap(([id, declaration]) => toRules(id, declaration))) as Record<Id, Rule>;
}
