import type { Heading, Paragraph, RootContent } from 'mdast';
import { attributeValue, type Container, type ImTable } from '../markdown/index.js';
import { readAlert } from './alert.js';
import { blockText } from './block-text.js';
import { inlineText } from './inline-text.js';
import { interpolate } from './interpolation.js';
import { readLinks } from './links.js';
import { readNotes } from './notes.js';
import { readNotice } from './notice.js';
import type { Alert, Link, Note, Notice, Placed, Preset, Sample, Section, Table, Verb } from './page.js';
import { readPresets } from './presets.js';
import type { Reading } from './reading.js';
import { readSamples } from './samples.js';
import { readTable } from './table.js';
import { codeGroupKind, descriptionKey, footerWord, requestId, requestKeyword, responseId, tipKind } from './tokens.js';

/** A heading with a verb anchor and the blocks below it. */
export interface SectionBlocks {
  readonly heading: Heading;
  readonly verb: Verb;
  readonly blocks: readonly RootContent[];
}

/** What of a section was found so far. */
interface Draft {
  description?: Placed<string>;
  readonly notices: Notice[];
  readonly alerts: Alert[];
  request?: Table;
  readonly notes: Note[];
  samples?: Sample[];
  presets?: Preset[];
  response?: Table;
  footer?: Link[];
  /** The description is an interpolation that was reported. */
  isUnfilled?: boolean;
  /** A fence without an end has taken the rest of the page. */
  isCut?: boolean;
}

/** Reads the blocks of one operation (dialect.md §3). */
export function readSection({ heading, verb, blocks }: SectionBlocks, reading: Reading): Section {
  const place = reading.placeOf(heading);
  const draft: Draft = { notices: [], alerts: [], notes: [] };
  blocks.forEach((block, index) => {
    readBlock(block, blocks[index - 1], draft, reading);
  });
  const { request, response, samples = [], presets = [], footer = [], isUnfilled: _unfilled, isCut: _cut, ...rest } = draft;
  reportMissing(draft, place, reading);
  return {
    verb: { value: verb, place: anchorPlace(heading, reading) },
    title: { value: interpolate(inlineText(heading.children).trim(), place, reading), place: titlePlace(heading, reading) },
    ...rest,
    ...(request && { request }),
    samples,
    presets,
    ...(response && { response }),
    footer,
  };
}

function readBlock(block: RootContent, before: RootContent | undefined, draft: Draft, reading: Reading): void {
  if (block.type === 'imTable') readTableBlock(block, draft, reading);
  else if (block.type === 'container') readContainer(block, before, draft, reading);
  else if (block.type === 'paragraph') readParagraph(block, before, draft, reading);
  else if (block.type === 'list' && block.ordered) draft.notes.push(...readNotes(block, reading));
  else if (block.type === 'list' && before?.type === 'paragraph' && isFooter(before)) draft.footer?.push(...readLinks([block], reading));
  else {
    const alert = block.type === 'blockquote' ? readAlert(block, reading) : undefined;
    if (alert) draft.alerts.push(alert);
    else reading.report('doc-block-unexpected', reading.placeOf(block), `no block of this kind (${block.type}) belongs here`);
  }
}

function readTableBlock(node: ImTable, draft: Draft, reading: Reading): void {
  const table = readTable(node, reading);
  const place = reading.placeOf(node.children[0] ?? node);
  if (!table) {
    reading.report('doc-table-unknown', place, `first header cell \`${node.children[0]?.children[0]?.source ?? ''}\` is not known`);
    return;
  }
  const id = attributeValue(node.attributes?.attributes, 'id');
  const side = table.keyword === requestKeyword ? 'request' : 'response';
  if (id === undefined) {
    const help = `add \`{.im-table #${side === 'request' ? requestId : responseId}}\` below the table, after a blank line`;
    reading.report('doc-table-attributes-missing', place, 'no attribute line below the table', { help });
  } else if (id !== (side === 'request' ? requestId : responseId)) {
    const { start, end } = node.attributes?.attributes ?? { start: place, end: place };
    reading.report('doc-attribute-misplaced', reading.placeBetween(start, end), `\`#${id}\` stands below a table of \`${table.keyword}\``);
  }
  if (node.attributes?.glued) {
    reading.report('doc-table-attributes-glued', reading.placeOf(node.attributes), 'no blank line between the table and its attributes');
  }
  const before = side === 'request' ? (draft.samples ? 'the samples' : draft.response && 'the answer') : undefined;
  if (before !== undefined && !draft.request) reading.report('doc-block-order', place, `the request stands behind ${before}`);
  if (draft[side]) {
    const related = [{ file: reading.file, place: draft[side].place, message: 'first here' }];
    reading.report('doc-table-repeated', place, `second \`${table.keyword}\` table of one operation`, { related });
  } else {
    draft[side] = table;
  }
}

function readContainer(node: Container, before: RootContent | undefined, draft: Draft, reading: Reading): void {
  const last = node.children.at(-1);
  const endsInFence = last?.type === 'code' && last.data?.closed === false;
  if (endsInFence) draft.isCut = true;
  if (!node.closed && !endsInFence)
    reading.report('doc-container-unclosed', reading.placeOf(node), `container \`::: ${node.kind}\` is not closed`);
  if (node.kind === codeGroupKind) {
    if (draft.response && !draft.samples) reading.report('doc-block-order', reading.placeOf(node), 'the samples stand behind the answer');
    const isPreset = before?.type === 'container' && before.kind === tipKind;
    if (isPreset) (draft.presets ??= []).push(...readPresets(node.children, reading));
    else (draft.samples ??= []).push(...readSamples(node.children, reading));
    return;
  }
  if (node.kind === tipKind) return;
  const notice = readNotice(node, reading);
  if (notice) draft.notices.push(notice);
  else reading.report('doc-block-unexpected', reading.placeOf(node), `\`::: ${node.kind}\` is no container of the dialect`);
}

function readParagraph(node: Paragraph, before: RootContent | undefined, draft: Draft, reading: Reading): void {
  const place = reading.placeOf(node);
  if (isFooter(node)) {
    (draft.footer ??= []).push(...readLinks([node], reading));
  } else if (before === undefined || (before.type === 'paragraph' && !isFooter(before) && draft.description)) {
    const text = interpolate(blockText(node), place, reading);
    const known = draft.description;
    if (text === '' && !blockText(node).includes(`.${descriptionKey}`)) draft.isUnfilled = true;
    draft.description = { value: known ? `${known.value}\n${text}` : text, place: known?.place ?? place };
  } else {
    reading.report('doc-block-unexpected', place, 'paragraph has no place in an operation');
  }
}

function isFooter(node: Paragraph): boolean {
  const [first] = node.children;
  return first?.type === 'text' && first.value.startsWith(footerWord);
}

function reportMissing(
  { description, request, response, samples, footer, isUnfilled = false, isCut = false }: Draft,
  place: Section['title']['place'],
  reading: Reading,
): void {
  if (!request) reading.report('doc-table-missing', place, 'operation has no request table');
  else if (!response) reading.report('doc-table-missing', place, 'operation has no response table');
  if (!description?.value && !isUnfilled) reading.report('doc-description-missing', place, 'operation has no description');
  if (!samples?.length) reading.report('doc-sample-missing', place, 'operation has no sample');
  if (!footer?.length && !isCut) reading.report('doc-link-missing', place, 'operation has no link to its documentation');
}

function anchorPlace({ data, position }: Heading, reading: Reading): Section['verb']['place'] {
  const id = data?.attributes?.list.find(({ key }) => key === 'id');
  return id ? reading.placeBetween(id.start, id.end) : reading.placeOf({ position });
}

function titlePlace(heading: Heading, reading: Reading): Section['title']['place'] {
  const first = heading.children[0]?.position;
  const last = heading.children.at(-1)?.position;
  return first && last ? reading.placeBetween(first.start, last.end) : reading.placeOf(heading);
}
