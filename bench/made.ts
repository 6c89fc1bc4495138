import { join } from 'node:path';
import { measure } from './measure.js';
import { docwright, freshFolder, type Setting } from './setting.js';

const made = new WeakMap<Setting, Map<string, Promise<string>>>();

/** What several subjects work on is made once in a run. */
function once(setting: Setting, name: string, make: () => Promise<string>): Promise<string> {
  const known = made.get(setting) ?? new Map<string, Promise<string>>();
  made.set(setting, known);
  const result = known.get(name) ?? make();
  known.set(name, result);
  return result;
}

/** The path of the pages' OpenAPI document, which the peers are handed. */
export function documentOf(setting: Setting): Promise<string> {
  return once(setting, 'document', async () => {
    const path = join(freshFolder(setting, 'document'), 'openapi.json');
    await measure(docwright(setting.work, 'openapi', '--specs', setting.specs, '--out', path, '--no-cache', '--quiet'), { runs: 0 });
    return path;
  });
}

/** The folder of the pages' SDK. */
export function sdkOf(setting: Setting): Promise<string> {
  return once(setting, 'sdk', () => makeSdk(setting, 'sdk'));
}

/** The folder of an SDK of ten pages or so: what does not depend on the number of pages shows beside the other one. */
export function smallSdkOf(setting: Setting): Promise<string> {
  return once(setting, 'small', () => makeSdk(setting, 'small', 'openapi/v3/pay/**'));
}

async function makeSdk(setting: Setting, name: string, ...globs: string[]): Promise<string> {
  const folder = join(freshFolder(setting, `made-${name}`), 'sdk');
  const flags = ['--specs', setting.specs, '--out', folder, '--no-cache', '--quiet'];
  await measure(docwright(setting.work, 'generate', ...globs, ...flags), { runs: 0 });
  return folder;
}
