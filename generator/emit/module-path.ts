/**
 * Where the module of a page stands in the package, without extension: `openapi/v3/a/{id}/b.md` → `src/v3/a/_id_/b`,
 * `webhook/v3/X.md` → `src/webhooks/v3/X`. A page `index.md` is `_empty_`, so that it cannot be taken for an index of modules. Pages
 * outside of `v2` and `v3` stand in `src/pages`, so that none can take the place of the runtime.
 */
export function modulePath(file: string): string {
  const segments = file.replace(/\.md$/, '').split('/').map(safeSegment);
  if (segments.at(-1) === 'index') segments.splice(-1, 1, '_empty_');
  const [root, ...rest] = segments;
  if (root === 'webhook') return ['src/webhooks', ...rest].join('/');
  const own = root === 'openapi' ? rest : segments;
  return [own[0] === 'v2' || own[0] === 'v3' ? 'src' : 'src/pages', ...own].join('/');
}

/**
 * A name with `.d` before another dot or its end would be that of a file of declarations, which is no module, and what stands in a folder
 * `node_modules` belongs to somebody else: the compiler does not build it, and npm does not pack it.
 */
function safeSegment(segment: string): string {
  return segment
    .replace(/^\{(.*)\}$/, '_$1_')
    .replace(/\.d(?=\.|$)/g, '_d')
    .replace(/^node_modules$/, '_node_modules_');
}
