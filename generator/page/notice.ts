import { attributeValue, type Container } from '../markdown/index.js';
import { blockText } from './block-text.js';
import { readLinks } from './links.js';
import type { Notice } from './page.js';
import type { Reading } from './reading.js';
import { noticeKinds, noticeVerbs, statusClassPrefix, successorWords } from './tokens.js';

const date = /`(\d{4}(?:\.\d{2}\.\d{2}|年))`/;

/**
 * Reads a status container (dialect.md §6).
 *
 * @returns undefined where the kind is none of a notice
 */
export function readNotice(container: Container, reading: Reading): Notice | undefined {
  const kind = noticeKinds.find((candidate) => candidate === container.kind);
  if (kind === undefined) return undefined;
  const className = attributeValue(container.attributes, 'class') ?? '';
  const text = container.children.map(blockText).join('\n');
  const [, day] = date.exec(text) ?? [];
  const verb = noticeVerbs.find((candidate) => text.includes(candidate));
  return {
    kind,
    status: className.startsWith(statusClassPrefix) ? className.slice(statusClassPrefix.length) : className,
    ...(day !== undefined && { date: day }),
    ...(verb !== undefined && { verb }),
    successors: successorWords.some((word) => text.includes(word)) ? readLinks(container.children, reading) : [],
    text,
    place: reading.placeOf(container),
  };
}
