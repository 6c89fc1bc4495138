import type { PhrasingContent } from 'mdast';

/** Whether a text ends in one of the keywords, blanks and a colon of any width aside. */
export function endsInKeyword(node: PhrasingContent | undefined, keywords: readonly string[]): boolean {
  if (node?.type !== 'text') return false;
  const text = node.value
    .trimEnd()
    .replace(/[：:]$/, '')
    .trimEnd();
  return keywords.some((keyword) => text.endsWith(keyword));
}
