import { sampleCode } from '../../generator/emit/sample-code.js';
import type { Api } from '../../generator/model/api.js';

/** The sample code of every operation and notification as a module of the SDK, by path. What it declares is exported: it would be unused. */
export function sampleModules({ pages }: Api): Readonly<Record<string, string>> {
  const entries = pages.flatMap(({ operations, webhooks }) => [...operations, ...webhooks]);
  const head = [
    "import { readFile } from 'node:fs/promises';",
    "import type { WechatPay } from '../index.js';",
    'declare const pay: WechatPay, rawBody: Uint8Array, headers: Record<string, string>;',
    'export { headers, pay, rawBody, readFile };',
  ];
  return Object.fromEntries(
    entries.map((entry, index) => [
      `src/samples/${index}.ts`,
      [`// ${entry.id}`, ...head, sampleCode(entry).replaceAll(/^const /gm, 'export const '), ''].join('\n'),
    ]),
  );
}
