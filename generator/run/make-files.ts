import { indexPage } from '../emit/indexed-page.js';
import type { SourceFile } from '../emit/source-file.js';
import type { PageFacts } from '../model/page-facts.js';
import { hashContent, hashParts } from '../output/content-hash.js';
import type { FileContent } from '../output/file-content.js';
import type { FileEntry } from '../output/manifest.js';
import type { OutputFile } from '../output/output-file.js';
import type { PageFiles } from './emit-page-files.js';
import { version } from './package-folder.js';
import { unpackPage, type PackedPage } from './packed-page.js';
import { cacheKey } from './page-cache.js';
import type { ReadingTools } from './read-pages.js';
import { countApi, isAsRecorded, modelName, printModel, printReport, reportName, type PagesReport, type SdkState } from './sdk-files.js';
import { readTemplates } from './read-templates.js';
import type { Settings } from './settings.js';
import { splitBySize } from './split-by-size.js';

/** A file that the output shall hold. `content` is absent where the file on disk is already the right one. */
export interface WantedFile extends FileEntry {
  readonly path: string;
  readonly content?: FileContent;
}

export interface FilesJob extends ReadingTools {
  readonly pages: readonly PackedPage[];
  readonly diagnostics: PagesReport['diagnostics'];
  /** What is in the output folder. Files made from the same model by the same generator are taken as they are. */
  readonly sdk: SdkState;
  readonly package: Settings['package'];
}

/** Bytes of packed pages per task: enough to keep threads busy, little enough to share out evenly. */
const emissionBatch = 64 * 1024;

/**
 * Makes all files of an SDK but the manifest: those of each page, those of all pages together, model and report.
 *
 * @param take is given every file as soon as it is ready, in any order
 * @returns for every page the hash of what its files are made from
 */
export async function makeFiles(job: FilesJob, take: (file: WantedFile) => void): Promise<Map<string, string>> {
  // Model and report last: the threads have enough to do in the meantime.
  await Promise.all([makeIndexes(job, take), makePackage(job, take), makePageFiles(job, take), makeData(job, take)]);
  return new Map(job.pages.map((page) => [page.facts.file, page.model]));
}

/** Model and report. */
async function makeData({ pages, diagnostics }: FilesJob, take: (file: WantedFile) => void): Promise<void> {
  const model: FileContent = { [Symbol.iterator]: () => printModel(pages) };
  take(plainFile(modelName, model, hashParts(model)));
  const report = printReport({ counts: countApi(pages.map(({ facts }) => facts)), diagnostics });
  take(plainFile(reportName, report, hashContent(report)));
}

async function makePageFiles(job: FilesJob, take: (file: WantedFile) => void): Promise<void> {
  const recorded = pathsByPage(job.sdk);
  const missing = job.pages.filter(({ facts, model }) => {
    const files = recordedFiles(job, facts, model, recorded.get(facts.file) ?? []) ?? cachedFiles(job, model)?.map(wantedFile);
    files?.forEach(take);
    return files === undefined;
  });

  job.progress.begin('writing code', missing.length);
  const modelOf = new Map(missing.map(({ facts: { file }, model }) => [file, model]));
  const batches = splitBySize(missing, ({ packed }) => packed.length, emissionBatch);
  const tasks = batches.map((batch) => ({ pages: batch.map(({ packed }) => packed), version }));
  await job.workshop.emit(tasks, (task, results) => {
    job.progress.advance(task.pages.length);
    for (const { file, files } of results) {
      files.map(wantedFile).forEach(take);
      keepFiles(job, modelOf.get(file) ?? '', { file, files });
    }
  });
}

function wantedFile({ text, ...entry }: OutputFile): WantedFile {
  return { ...entry, content: text };
}

/** The page's files on disk, if they were made from this model by this generator, and nobody changed them since. */
function recordedFiles({ sdk, generator }: FilesJob, page: PageFacts, model: string, paths: readonly string[]): WantedFile[] | undefined {
  // A bad merge may have lost a line of the manifest: a page has a module and a test, or nothing.
  const isComplete = paths.length === (page.operations.length + page.webhooks.length > 0 ? 2 : 0);
  const isMadeFromIt = isComplete && sdk.manifest?.generator === generator && sdk.manifest.pages.get(page.file)?.model === model;
  return isMadeFromIt && paths.every((path) => isAsRecorded(sdk, path)) ? paths.flatMap((path) => recordedFile(sdk, path)) : undefined;
}

function recordedFile({ recorded }: SdkState, path: string): WantedFile[] {
  const entry = recorded.get(path);
  return entry === undefined ? [] : [{ path, ...entry }];
}

function pathsByPage({ recorded }: SdkState): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const [path, { page }] of recorded) {
    if (page !== undefined) {
      const others = paths.get(page);
      if (others === undefined) {
        paths.set(page, [path]);
      } else {
        others.push(path);
      }
    }
  }
  return paths;
}

function cachedFiles({ cache, generator }: FilesJob, model: string): readonly OutputFile[] | undefined {
  const known = cache.get(cacheKey('files', generator, model));
  // Kept by `keepFiles`; its digest has been checked.
  return known === undefined ? undefined : (JSON.parse(known.toString()) as PageFiles).files;
}

function keepFiles({ cache, generator }: FilesJob, model: string, files: PageFiles): void {
  cache.set(cacheKey('files', generator, model), JSON.stringify(files));
}

/** The files that know of all pages. They are made anew only if something changed of what they know. */
async function makeIndexes({ pages: packed, cache, generator, workshop }: FilesJob, take: (file: WantedFile) => void): Promise<void> {
  const pages = packed.map(({ facts }) => indexPage(facts));
  const key = cacheKey('indexes', generator, JSON.stringify(pages));
  const known = cache.get(key);
  if (known !== undefined) {
    // Kept below; its digest has been checked.
    (JSON.parse(known.toString()) as OutputFile[]).map(wantedFile).forEach(take);
    return;
  }
  await workshop.index([{ pages, version }], (_, files) => {
    files.map(wantedFile).forEach(take);
    cache.set(key, JSON.stringify(files));
  });
}

/** Characters of shared files per task. */
const sharedBatch = 64 * 1024;

/** Runtime, support of tests, and package files. */
async function makePackage(job: FilesJob, take: (file: WantedFile) => void): Promise<void> {
  const { cache, generator, workshop } = job;
  const { emitPackage } = await import('../emit/emit-package.js');
  const { quotedPages } = await import('../emit/emit-readme.js');
  const keyOf = ({ path, text }: SourceFile): string => cacheKey('shared', generator, path, text);
  const quoted = quotedPages(job.pages.map(({ facts }) => facts));
  const pages = job.pages.filter(({ facts }) => quoted.has(facts.file)).map(({ packed }) => unpackPage(packed));
  const missing = emitPackage({ version: 1, pages }, { ...job.package, templates: readTemplates() }).filter((file) => {
    const known = recordedShared(job, file) ?? cachedShared(cache.get(keyOf(file)));
    if (known !== undefined) {
      take(known);
    }
    return known === undefined;
  });
  const tasks = splitBySize(missing, ({ text }) => text.length, sharedBatch).map((files) => ({ files, version }));
  await workshop.finish(tasks, (task, finished) => {
    finished.forEach((file, index) => {
      take(wantedFile(file));
      const source = task.files[index];
      if (source !== undefined) {
        cache.set(keyOf(source), JSON.stringify(file));
      }
    });
  });
}

function cachedShared(known: Buffer | undefined): WantedFile | undefined {
  // Kept by `makePackage`; its digest has been checked.
  return known === undefined ? undefined : wantedFile(JSON.parse(known.toString()) as OutputFile);
}

/** The file on disk, if this generator formatted it from the same text and nobody changed it since. */
function recordedShared({ sdk, generator }: FilesJob, file: SourceFile): WantedFile | undefined {
  const isSame =
    sdk.manifest?.generator === generator && sdk.recorded.get(file.path)?.raw === hashContent(file.text) && isAsRecorded(sdk, file.path);
  return isSame ? recordedFile(sdk, file.path)[0] : undefined;
}

/** For files that machines read: neither header nor format. */
function plainFile(path: string, content: FileContent, hash: string): WantedFile {
  return { path, content, raw: hash, hash };
}
