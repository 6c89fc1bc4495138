import { isOutputPath } from './output-path.js';

/** Name of the manifest in the output folder. */
export const manifestName = 'docwright.manifest.json';

/** What a generate run wrote and from what (design.md §2.5). Committed with the SDK. */
export interface Manifest {
  /** Of everything in docwright that shapes the output. */
  readonly generator: string;
  /** Of the settings that shape the output, overlays included. */
  readonly settings: string;
  /** By path relative to the specs folder. */
  readonly pages: ReadonlyMap<string, PageEntry>;
  /** By path relative to the output folder. The manifest itself is not listed. */
  readonly files: ReadonlyMap<string, FileEntry>;
}

export interface PageEntry {
  /** Of the page's text. */
  readonly hash: string;
  /** Of all that the page's files are made from, so that they need not be made again. */
  readonly model: string;
}

export interface FileEntry {
  /** Of the text before formatting. */
  readonly raw: string;
  /** Of the file as written. */
  readonly hash: string;
  /** The page it is made from; absent for files that belong to no single page. */
  readonly page?: string;
}

export type ManifestReading =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'absent' }
  /** @property conflictLine of the first mark of a merge conflict; absent where the damage is another */
  | { readonly kind: 'damaged'; readonly conflictLine?: number };

/** Reads a manifest's text; never throws. Paths that would leave the output folder make it `damaged`. */
export function parseManifest(text: string | undefined): ManifestReading {
  if (text === undefined) {
    return { kind: 'absent' };
  }
  const document = parseJson(text);
  if (!isRecord(document) || document['version'] !== 1) {
    const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \r]|$)/.test(line));
    return { kind: 'damaged', ...(conflict >= 0 && { conflictLine: conflict + 1 }) };
  }
  const { generator, settings } = document;
  const pages = readEntries(document['pages'], isPageEntry);
  const files = readEntries(document['files'], isFileEntry);
  if (typeof generator !== 'string' || typeof settings !== 'string' || !pages || !files || ![...files.keys()].every(isOutputPath)) {
    return { kind: 'damaged' };
  }
  return { kind: 'manifest', manifest: { generator, settings, pages, files } };
}

/** What a line of a manifest says. */
export type ManifestPart =
  | { readonly kind: 'generator' | 'settings'; readonly hash: string }
  | { readonly kind: 'page'; readonly path: string; readonly entry: PageEntry }
  | { readonly kind: 'file'; readonly path: string; readonly entry: FileEntry }
  | { readonly kind: 'end' };

/**
 * The parts of a manifest one after the other, so that nobody has to hold all of them. The `end` comes only of a manifest that is line by
 * line as `printManifest` writes it; whatever else there may be is for `parseManifest` to judge.
 *
 * @param lines without their ends. They are closed with the walk
 */
export function* walkManifest(lines: Generator<string>): Generator<ManifestPart> {
  const next = (): string | undefined => lines.next().value ?? undefined;
  try {
    if (next() !== '{' || next() !== '  "version": 1,') return;
    for (const kind of ['generator', 'settings'] as const) {
      const member = readMember(next());
      if (member?.key !== kind || typeof member.value !== 'string' || !member.hasNext) return;
      yield { kind, hash: member.value };
    }
    if (next() !== '  "pages": {') return;
    for (let hasNext = true; hasNext; ) {
      const member = readMember(next());
      if (!member || !isPageEntry(member.value)) return;
      yield { kind: 'page', path: member.key, entry: member.value };
      hasNext = member.hasNext;
    }
    if (next() !== '  },' || next() !== '  "files": {') return;
    for (let hasNext = true; hasNext; ) {
      const member = readMember(next());
      if (!member || !isFileEntry(member.value) || !isOutputPath(member.key)) return;
      yield { kind: 'file', path: member.key, entry: member.value };
      hasNext = member.hasNext;
    }
    if (next() === '  }' && next() === '}' && next() === undefined) yield { kind: 'end' };
  } finally {
    lines.return(undefined);
  }
}

/** `"key": value,` */
function readMember(line = ''): { readonly key: string; readonly value: unknown; readonly hasNext: boolean } | undefined {
  const [, keyText = '', valueText = '', comma] = /^ *("(?:\\.|[^"\\])*"): (.*?)(,?)$/.exec(line) ?? [];
  const key = parseJson(keyText);
  return typeof key === 'string' ? { key, value: parseJson(valueText), hasNext: comma === ',' } : undefined;
}

/** One line per page and file, in code-unit order, so that revisions merge and compare line by line. */
export function printManifest({ generator, settings, pages, files }: Manifest): string {
  return [
    '{',
    '  "version": 1,',
    `  "generator": ${JSON.stringify(generator)},`,
    `  "settings": ${JSON.stringify(settings)},`,
    '  "pages": {',
    printEntries(pages),
    '  },',
    '  "files": {',
    printEntries(files),
    '  }',
    '}',
    '',
  ].join('\n');
}

function printEntries(entries: ReadonlyMap<string, PageEntry | FileEntry>): string {
  return [...entries.keys()]
    .sort()
    .map((key) => `    ${JSON.stringify(key)}: ${JSON.stringify(entries.get(key))}`)
    .join(',\n');
}

function readEntries<Entry>(value: unknown, isEntry: (entry: unknown) => entry is Entry): Map<string, Entry> | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const entries = new Map<string, Entry>();
  for (const [key, entry] of Object.entries(value)) {
    if (!isEntry(entry)) {
      return undefined;
    }
    entries.set(key, entry);
  }
  return entries;
}

function isPageEntry(value: unknown): value is PageEntry {
  return isRecord(value) && typeof value['hash'] === 'string' && typeof value['model'] === 'string';
}

function isFileEntry(value: unknown): value is FileEntry {
  return (
    isRecord(value) &&
    typeof value['raw'] === 'string' &&
    typeof value['hash'] === 'string' &&
    (value['page'] === undefined || typeof value['page'] === 'string')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
