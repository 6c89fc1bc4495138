import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api, Operation } from '../model/api.js';
import { hashContent } from '../output/content-hash.js';
import { manifestName, parseManifest, type FileEntry, type Manifest } from '../output/manifest.js';
import { observeFiles, type FileState } from '../output/observe-files.js';
import { findSealedFiles } from '../output/rebuild-manifest.js';
import { readRegularFile } from '../output/regular-file.js';
import { visibleJson } from '../report/print-json.js';
import { unpackJson, type PackedPage } from './packed-page.js';

/** Name of the model in the output folder: the base that `check` compares the pages with. */
export const modelName = 'docwright.model.json';
/** Name of what was said about the pages, so that a run with nothing to do says it again without reading them. */
export const reportName = 'docwright.report.json';

/** What docwright knows of the SDK that it has written. */
interface SdkRecord {
  /** Absent if there is none, or it is damaged. */
  readonly manifest?: Manifest;
  readonly manifestText?: string;
  /** The manifest is there but cannot be read; `recorded` was rebuilt from the files themselves. */
  readonly damaged: boolean;
  /** Where git left the first mark of a merge conflict in the manifest. */
  readonly conflictLine?: number;
  /** What docwright wrote. */
  readonly recorded: ReadonlyMap<string, FileEntry>;
}

/** The generated files of an SDK as they are on disk. */
export interface SdkState extends SdkRecord {
  /** What stands at each path of `recorded`. */
  readonly found: ReadonlyMap<string, FileState>;
}

/** The manifest's text, if there is one. */
export function readManifest(out: string): string | undefined {
  return readRegularFile(join(out, manifestName))?.toString();
}

/** Looks at the files of an output folder; it need not exist. */
export function observeSdk(out: string): SdkState {
  const record = readRecord(out);
  return { ...record, found: observeFiles(out, record.recorded.keys()) };
}

function readRecord(out: string): SdkRecord {
  const manifestText = readManifest(out);
  const reading = parseManifest(manifestText);
  if (reading.kind === 'manifest') {
    const { manifest } = reading;
    return { manifest, ...(manifestText === undefined ? {} : { manifestText }), damaged: false, recorded: manifest.files };
  }
  if (reading.kind === 'absent') return { damaged: false, recorded: new Map() };
  const { conflictLine } = reading;
  const recorded = new Map([...findSealedFiles(out), ...ownByName(out)]);
  return { damaged: true, ...(conflictLine !== undefined && { conflictLine }), recorded };
}

/** True if a generated file is on disk as docwright wrote it. */
export function isAsRecorded({ recorded, found }: SdkState, path: string): boolean {
  const state = found.get(path);
  return state?.kind === 'file' && state.hash === recorded.get(path)?.hash;
}

/** Model and report have no seal; nobody else writes files of these names. */
function ownByName(out: string): [string, FileEntry][] {
  return [modelName, reportName].flatMap((name) => {
    const content = readRegularFile(join(out, name));
    return content === undefined ? [] : [[name, { raw: '', hash: hashContent(content) }]];
  });
}

/** An `Api`, one page per line, so that revisions merge and compare page by page. */
export function* printModel(pages: readonly PackedPage[]): Generator<Uint8Array> {
  let part: Uint8Array[] = [Buffer.from('{"version":1,"pages":[\n')];
  let size = 0;
  for (const [index, { packed, visible }] of pages.entries()) {
    const json = unpackJson(packed);
    const line = visible ? json : Buffer.from(visibleJson(json.toString()));
    part.push(...(index === 0 ? [] : [betweenPages]), line);
    size += line.length;
    if (size > modelPart) {
      yield Buffer.concat(part);
      part = [];
      size = 0;
    }
  }
  yield Buffer.concat([...part, Buffer.from('\n]}\n')]);
}

const betweenPages = Buffer.from(',\n');
/** In bytes: no more than one part of the model is in memory. */
const modelPart = 1024 * 1024;

/** The committed model; undefined if there is none or it is damaged. */
export function readModel(out: string): Api | undefined {
  const document = readJson(join(out, modelName));
  // Written by `printModel`; whether it was changed since is told by the manifest.
  return isListed(document, 'pages', ['operations', 'webhooks']) ? (document as unknown as Api) : undefined;
}

/** How much an API holds. */
export interface ApiCounts {
  readonly pages: number;
  readonly v2: number;
  readonly v3: number;
  readonly webhooks: number;
}

/** @param pages whole or as facts */
export function countApi(pages: readonly CountedPage[]): ApiCounts {
  const operations = pages.flatMap((page) => page.operations);
  return {
    pages: pages.length,
    v2: operations.filter(({ protocol }) => protocol === 'v2').length,
    v3: operations.filter(({ protocol }) => protocol === 'v3').length,
    webhooks: pages.reduce((count, { webhooks }) => count + webhooks.length, 0),
  };
}

interface CountedPage {
  readonly operations: readonly Pick<Operation, 'protocol'>[];
  readonly webhooks: readonly unknown[];
}

/** What a run says of its pages. */
export interface PagesReport {
  readonly counts: ApiCounts;
  readonly diagnostics: readonly Diagnostic[];
}

export function printReport({ counts, diagnostics }: PagesReport): string {
  const lines = diagnostics.map((diagnostic) => JSON.stringify(diagnostic));
  return visibleJson(`{"version":1,"counts":${JSON.stringify(counts)},"diagnostics":[\n${lines.join(',\n')}\n]}\n`);
}

/** The committed report; undefined if there is none or it is damaged. */
export function readReport(out: string): PagesReport | undefined {
  const document = readJson(join(out, reportName));
  // Written by `printReport`; whether it was changed since is told by the manifest.
  return isListed(document, 'diagnostics') ? (document as unknown as PagesReport) : undefined;
}

/**
 * True if a page could not be understood when the SDK was written (`--keep-going`). Such a page stands in the report and not in the
 * manifest, so that nobody can tell from the manifest whether it is still there.
 */
export function hasFatalReport(out: string): boolean {
  // Quotes within texts are escaped.
  return readRegularFile(join(out, reportName))?.includes('"severity":"fatal"') === true;
}

/** An object with a list of objects that hold lists of these names. Where the manifest is lost nobody knows more of it. */
function isListed(document: unknown, member: string, names: readonly string[] = []): boolean {
  const list = membersOf(document)[member];
  return (
    Array.isArray(list) &&
    list.every((item: unknown) => typeof item === 'object' && item !== null && names.every((name) => Array.isArray(membersOf(item)[name])))
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  // Any object has members of unknown kinds; whatever is none has none.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
