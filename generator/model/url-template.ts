import type { Protocol } from './api.js';

/** Where an operation is (dialect.md §17). */
export interface UrlTemplate {
  readonly protocol: Protocol;
  /** `v3/refunds/{id}`; ends in a slash where the URL does. */
  readonly template: string;
  /** On the wire: `/v3/refunds/{id}`, `/pay/refundquery` for v2. */
  readonly path: string;
  /** Names of the placeholders, in order of appearance. */
  readonly pathParameters: readonly string[];
}

/**
 * The URL template that a page's file path spells: what follows the first folder named `v2` or `v3`, without `.md`; a page
 * `index.md` stands for a URL that ends in a slash.
 *
 * @returns undefined if no folder of the path names the protocol
 */
export function templateOfFile(file: string): string | undefined {
  const segments = file.replace(/\.md$/, '').split('/');
  const start = segments.slice(0, -1).findIndex((segment) => segment === 'v2' || segment === 'v3');
  if (start === -1) return undefined;
  const own = segments.slice(start);
  return own.map((segment, index) => (index === own.length - 1 && segment === 'index' ? '' : segment)).join('/');
}

/** Splits a template into its parts. A template that does not start with `v2/` counts as v3. */
export function parseTemplate(template: string): UrlTemplate {
  const protocol = template.startsWith('v2/') ? 'v2' : 'v3';
  return {
    protocol,
    template,
    path: protocol === 'v2' ? template.slice('v2'.length) : `/${template}`,
    pathParameters: placeholders(template),
  };
}

/** Names in braces, in order, each once. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(/\{([A-Za-z0-9_]+)\}/g)].map(([, name = '']) => name))];
}

/**
 * Whether a sample's template means the page's own. Samples spell upper case and a slash at the end with placeholders of their own,
 * helpers, that stand for a literal segment of the same letters or for nothing.
 */
export function spellsSameUrl(sampleTemplate: string, template: string): boolean {
  const own = template.split('/');
  const spelled = sampleTemplate.split('/');
  return (
    own.length === spelled.length &&
    spelled.every((segment, index) => {
      const literal = own[index] ?? '';
      if (segment === literal) return true;
      const helper = /^\{([A-Za-z0-9_]+)\}$/.exec(segment)?.[1];
      return helper !== undefined && (literal === '' || literal.toLowerCase() === helper.toLowerCase());
    })
  );
}

/** The first segment that is outside of the grammar of design.md §2.3; a slash at the end is fine. */
export function invalidSegment(template: string): string | undefined {
  const segments = template.split('/');
  return segments.find(
    (segment, index) =>
      !(segment === '' && index === segments.length - 1 && index > 0) &&
      !/^(?:[._-]*[A-Za-z0-9][A-Za-z0-9._-]*|\{[A-Za-z0-9_]+\})$/.test(segment),
  );
}
