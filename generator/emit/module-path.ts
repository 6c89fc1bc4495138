/**
 * Where the module of a page stands in the package, without extension: `openapi/v3/a/{id}/b.md` → `src/v3/a/_id_/b`,
 * `webhook/v3/X.md` → `src/webhooks/v3/X`. A page `index.md` is `_empty_`, so that it cannot be taken for an index of modules.
 */
export function modulePath(file: string): string {
  const segments = file.replace(/\.md$/, '').split('/').map(safeSegment);
  if (segments.at(-1) === 'index') segments.splice(-1, 1, '_empty_');
  const [root, ...rest] = segments;
  return ['src', ...(root === 'webhook' ? ['webhooks'] : []), ...rest].join('/');
}

function safeSegment(segment: string): string {
  return segment.replace(/^\{(.*)\}$/, '_$1_');
}
