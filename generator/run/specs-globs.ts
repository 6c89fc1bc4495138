import { relative, resolve, sep } from 'node:path';

/**
 * A test for the pages that globs name. `*` stands for anything but a slash, `**` for anything, `?` for one character; braces are
 * literal, as they are in the names of pages. A glob counts from the specs folder, or from the current folder if that leads into the
 * specs folder, as paths completed by a shell do.
 *
 * @param globs none name all pages
 * @param specs absolute
 * @param folder the current folder, absolute
 */
export function matchPages(globs: readonly string[], specs: string, folder: string): (file: string) => boolean {
  const patterns = globs.map((glob) => toPattern(fromSpecs(glob, specs, folder)));
  return (file) => patterns.length === 0 || patterns.some((pattern) => pattern.test(file));
}

function fromSpecs(glob: string, specs: string, folder: string): string {
  const inside = relative(specs, resolve(folder, glob)).split(sep).join('/');
  if (inside === '') return '**';
  return inside.startsWith('..') ? glob : inside;
}

function toPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*\/?|[*?]|[^\w*?]/g, (part) => {
    switch (part) {
      case '**':
      case '**/':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      default:
        return `\\${part}`;
    }
  });
  // A folder names all that is below it.
  return new RegExp(`^${source.replace(/\\\/$/, '')}(?:/.*)?$`, 's');
}
