import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { sampleCode } from '../../generator/emit/sample-code.js';
import type { Api } from '../../generator/model/api.js';
import { buildSite } from '../../generator/site/build-site.js';
import { specsApi } from './specs-api.js';

export interface WrittenSite {
  readonly folder: string;
  /** As a browser opens it from the disk. */
  address(path: string): string;
  dispose(): void;
}

/** The site of the project's own pages, with what changed since `base`, in a folder whose name has a blank and a sharp sign. */
export function writeSpecsSite(base?: Api): WrittenSite {
  const { api, diagnostics, source } = specsApi();
  const drift = base && { since: 'v1.0', findings: diffApis(base, api).findings };
  const folder = mkdtempSync(join(tmpdir(), 'docwright site # '));
  for (const { path, text } of buildSite({ api, diagnostics, ...(drift && { drift }), version: '0.1.0', source, code: sampleCode })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    address: (path) => `${pathToFileURL(folder).href}/${path.split('/').map(encodeURIComponent).join('/')}`,
    dispose: () => rmSync(folder, { recursive: true }),
  };
}
