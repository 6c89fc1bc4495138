import type { Api } from '../model/api.js';
import { emitReadme } from './emit-readme.js';
import type { SourceFile } from './source-file.js';

export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  /** Files below `templates/`, by path relative to it. */
  readonly templates: readonly SourceFile[];
}

/** The folders of `templates/`, and where their files stand in an SDK. */
const places: readonly (readonly [from: string, to: string])[] = [
  ['runtime/', 'src/runtime/'],
  ['testing/', 'test/support/testing/'],
  ['harness/', 'test/support/harness/'],
  ['package/', ''],
];

/** The files of an SDK that are no code of a page: runtime, support of its tests, manifest, settings of its tools, README. */
export function emitPackage(api: Api, { name, version, templates }: PackageFacts): SourceFile[] {
  return templates.flatMap(({ path, text }) => {
    const place = places.find(([from]) => path.startsWith(from));
    if (!place) return [];
    const target = place[1] + path.slice(place[0].length);
    if (target === 'README.md') return [emitReadme(api, name, text)];
    // Among the templates it has another name: docwright's own package holds one package.json only.
    if (target === 'manifest.json') return [{ path: 'package.json', text: withIdentity(text, { name, version }) }];
    return [{ path: target, text: place[0] === 'harness/' ? withRuntimeBeside(text) : text }];
  });
}

function withIdentity(template: string, identity: { readonly name: string; readonly version: string }): string {
  // Our own template, an object.
  return JSON.stringify({ ...(JSON.parse(template) as object), ...identity }, null, 2);
}

/** In an SDK the runtime is not beside the harness, but with the sources. */
function withRuntimeBeside(text: string): string {
  return text.replaceAll(`from '../runtime/`, `from '../../../src/runtime/`);
}
