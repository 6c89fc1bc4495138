/**
 * True for a path that stays below the folder it is joined to: `/` between segments, none of them empty, `.` or `..`, and no
 * backslash, colon or control character. A manifest is read from disk and may have been written by anybody.
 */
export function isOutputPath(path: string): boolean {
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\p{Cc}]/u.test(segment));
}

/** The folders above a path, outermost first: `src/v3/a.ts` has `src` and `src/v3`. */
export function foldersAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
