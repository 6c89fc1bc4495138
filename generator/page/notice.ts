import { nearest } from '../diagnostics/nearest.js';
import type { Container } from '../markdown/index.js';
import { blockText } from './block-text.js';
import { readLinks } from './links.js';
import type { Notice } from './page.js';
import type { Reading } from './reading.js';
import { noticeKinds, noticeStatuses, noticeVerbs, statusClassPrefix, successorWords } from './tokens.js';

const longestStatus = 32;
const date = /`(\d{4}(?:\.\d{2}\.\d{2}|年))`/;

/**
 * Reads a status container (dialect.md §6).
 *
 * @returns undefined where the kind is none of a notice
 */
export function readNotice(container: Container, reading: Reading): Notice | undefined {
  const kind = noticeKinds.find((candidate) => candidate === container.kind);
  if (kind === undefined) return undefined;
  const status = readStatus(container, reading);
  const text = container.children.map(blockText).join('\n');
  const [, day] = date.exec(text) ?? [];
  const verb = noticeVerbs.find((candidate) => text.includes(candidate));
  return {
    kind,
    status,
    ...(day !== undefined && { date: day }),
    ...(verb !== undefined && { verb }),
    successors: successorWords.some((word) => text.includes(word)) ? readLinks(container.children, reading) : [],
    text,
    place: reading.placeOf(container),
  };
}

/** The class that says what happened, without its prefix. One that is not known, or none, is reported: an end of life would pass unseen. */
function readStatus({ kind, attributes, position }: Container, reading: Reading): string {
  const classes = attributes?.list.filter(({ key }) => key === 'class') ?? [];
  const given = classes.find(({ value }) => value.startsWith(statusClassPrefix)) ?? classes[0];
  const status = given?.value.replace(statusClassPrefix, '') ?? '';
  if (!given) {
    reading.report('doc-block-unexpected', reading.placeOf({ position }), `\`::: ${kind}\` has no class that says what happened`, {
      help: `add \`{.${statusClassPrefix}…}\`, which is one of ${noticeStatuses.join(', ')}`,
    });
  } else if (!noticeStatuses.some((known) => given.value === statusClassPrefix + known)) {
    const meant = status.length > longestStatus ? undefined : nearest(status, noticeStatuses);
    reading.report(
      'doc-attribute-unknown',
      reading.placeBetween(given.start, given.end),
      `\`.${given.value}\` is no status of a container`,
      {
        ...(meant !== undefined && { help: `write \`.${statusClassPrefix}${meant}\` if that was meant` }),
      },
    );
  }
  return status;
}
