import type { Api, Operation } from '../model/api.js';

/** An operation that a request is meant for, with the values of its path parameters. */
export interface Match {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds the operation of a request. Literal segments win over placeholders; of pages that differ in the names of placeholders only
 * the first one wins. Paths below an address of the page (`base_uri`) are found, too.
 *
 * @param path percent-encoded, `/` first
 * @returns `undefined` where no page describes it
 */
export function findOperation({ pages }: Api, method: string, path: string): Match | undefined {
  const matches = pages
    .flatMap(({ operations }) => operations)
    .filter((operation) => operation.method === method)
    .flatMap((operation) => matchOperation(operation, path));
  return matches.reduce<Match | undefined>(
    (best, match) => (best === undefined || countOf(match) < countOf(best) ? match : best),
    undefined,
  );
}

function countOf({ parameters }: Match): number {
  return Object.keys(parameters).length;
}

function matchOperation(operation: Operation, path: string): Match[] {
  const prefixes = ['', ...operation.baseUris.map((base) => new URL(base).pathname.replace(/\/$/, ''))];
  for (const prefix of prefixes) {
    const parameters = path.startsWith(prefix) ? matchPath(operation.path, path.slice(prefix.length)) : undefined;
    if (parameters !== undefined) return [{ operation, parameters }];
  }
  return [];
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = Object.create(null);
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) parameters[name] = decode(value);
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
