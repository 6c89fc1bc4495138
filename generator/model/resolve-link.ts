import { posix } from 'node:path';

/** What a link of the site leads to. */
export interface LinkTarget {
  readonly file: string;
  readonly anchor?: string;
}

/**
 * The page behind a link. A folder of the site that has no page in the specs folder lies `elsewhere`, and so does every full address.
 *
 * @param url as written: `/openapi/v3/refunds#post`, `../refunds.md`, `#post`
 * @param from the page with the link
 * @returns undefined if there is no such page
 */
export function resolveLink(url: string, from: string, files: ReadonlySet<string>): LinkTarget | 'elsewhere' | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return 'elsewhere';
  const [address = '', anchor] = url.split('#', 2);
  const path = decode(address.replace(/\?.*$/, ''));
  const absolute = path.startsWith('/') ? path.slice(1) : path === '' ? from : posix.join(posix.dirname(from), path);
  const root = absolute.split('/')[0] ?? '';
  if (!rootsOf(files).has(root)) return 'elsewhere';
  const name = absolute.replace(/(?:\.md|\.html)$/, '');
  const file = [`${name}.md`, `${name.replace(/\/$/, '')}/index.md`].find((candidate) => files.has(candidate));
  return file === undefined ? undefined : { file, ...(anchor !== undefined && anchor !== '' && { anchor: decode(anchor) }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const roots = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** First folders of the pages; found once per set, as every link asks. */
function rootsOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = roots.get(files) ?? new Set([...files].map((file) => file.split('/')[0] ?? ''));
  roots.set(files, known);
  return known;
}
