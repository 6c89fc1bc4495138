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
  return once(setting, 'sdk', async () => {
    const folder = join(freshFolder(setting, 'made'), 'sdk');
    await measure(docwright(setting.work, 'generate', '--specs', setting.specs, '--out', folder, '--no-cache', '--quiet'), { runs: 0 });
    return folder;
  });
}
