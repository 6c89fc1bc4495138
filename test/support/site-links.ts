import { posix } from 'node:path';
import type { SiteFile } from '../../generator/site/site.js';

/** Every tag of a page, its attributes by name, with entities decoded. Knows nothing of how pages are made. */
export function tagsOf(html: string): { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/gi)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key.toLowerCase(), decodeEntities(value)]),
    ),
  }));
}

/** Text of markup as a browser reads it. */
export function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

/** Links that lead nowhere: `from → to`. Addresses of the web are not followed. */
export function deadLinks(files: readonly SiteFile[]): string[] {
  const ids = new Map(files.map(({ path, text }) => [path, new Set(tagsOf(text).flatMap(({ attributes }) => attributes.get('id') ?? []))]));
  return files.flatMap(({ path, text }) =>
    tagsOf(text)
      .flatMap(({ attributes }) => [attributes.get('href') ?? [], attributes.get('src') ?? []].flat())
      .filter((address) => !/^(?:https?:|data:,$)/.test(address))
      .filter((address) => {
        const [to = '', fragment = ''] = address.split('#');
        const target = to === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(to));
        return !ids.has(target) || (fragment !== '' && ids.get(target)?.has(decodeURIComponent(fragment)) !== true);
      })
      .map((address) => `${path} → ${address}`),
  );
}
