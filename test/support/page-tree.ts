import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createCollector } from '../../generator/diagnostics/collector.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import type { ApiPage } from '../../generator/model/api.js';
import { buildPage } from '../../generator/model/build-page.js';
import { readPage } from '../../generator/page/index.js';
import type { Page } from '../../generator/page/page.js';

/** A page of a folder, at every stage between text and model. `page` and `model` are absent if the page is fatal. */
export interface TreePage {
  /** Relative to the folder, `/` between segments. */
  readonly file: string;
  readonly text: string;
  readonly page?: Page;
  readonly model?: ApiPage;
  readonly diagnostics: readonly Diagnostic[];
}

/** Paths of all markdown files below `root`, relative to it, in code-unit order. */
export function listPages(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** One page as `generate` sees it, without the cross-page step. */
export function readTreePage(root: string, file: string): TreePage {
  const text = readFileSync(path.join(root, file), 'utf8');
  const collector = createCollector(file);
  const page = readPage(text, file, collector);
  const model = page && buildPage(page, collector);
  return { file, text, ...(page && { page }), ...(model && { model }), diagnostics: collector.diagnostics };
}
