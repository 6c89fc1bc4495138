import type { RuleExample } from '../../generator/drift/examples/example-page.js';
import type { Api } from '../../generator/model/api.js';
import { readApi } from './read-api.js';

const known = new Map<string, Api>();

/** The model of one side of an example. Many examples begin with the same pages, and many tests look at each: they are read once. */
export function exampleApi(pages: RuleExample['base']): Api {
  const key = JSON.stringify(pages);
  const api = known.get(key) ?? readApi(pages).api;
  known.set(key, api);
  return api;
}
