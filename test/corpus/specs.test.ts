import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ApiPage, Field } from '../../generator/model/api.js';
import { corpus } from '../support/corpus.js';
import { listPages, readTreePage } from '../support/page-tree.js';

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));
const files = listPages(specs).filter((file) => corpus.files.includes(file));

/** Where the pages of `specs/` say more, or something else, than the corpus does. An entry that is no longer needed fails. */
const corrections: readonly string[] = [
  // No page of the corpus has a signed reply, which the dialect knows (dialect.md §18).
  'webhook/v3/ENTRUST.TERMINATE_RETENTION.md reply.headers',
  'webhook/v3/ENTRUST.TERMINATE_RETENTION.md reply.headers.Authorization',
];

describe.skipIf(!corpus.present)('the facts of specs/ are those of the corpus', () => {
  const differences = new Map<string, string[]>();

  test.each(files)('%s', (file) => {
    const own = readTreePage(specs, file).model;
    const other = readTreePage(corpus.folder, file).model;
    const found = own && other ? compare(factsOf(own), factsOf(other)) : ['unreadable'];
    differences.set(file, found);
    expect(found.filter((path) => !corrections.includes(`${file} ${path.split(': ')[0]}`))).toEqual([]);
  });

  test('every correction is needed', () => {
    const all = [...differences].flatMap(([file, found]) => found.map((path) => `${file} ${path.split(': ')[0]}`));
    expect(corrections.filter((correction) => !all.includes(correction))).toEqual([]);
  });

  test('every link to a document is one of the corpus page', () => {
    const strange = files.flatMap((file) => {
      const known = corpus.read(file);
      const { model } = readTreePage(specs, file);
      const links = [...(model?.operations ?? []), ...(model?.webhooks ?? [])].flatMap((operation) => operation.links);
      return links.filter(({ url }) => !known.includes(`(${url})`)).map(({ url }) => `${file}: ${url}`);
    });
    expect(strange).toEqual([]);
  });
});

/** One line per thing that is a fact, keyed by where it stands. */
function factsOf({ operations, webhooks, movedTo }: ApiPage): Map<string, string> {
  const facts = new Map<string, string>();
  if (movedTo) facts.set('moved', movedTo);
  for (const operation of operations) {
    const { answer, deprecated } = operation;
    const { kind, status } = answer;
    const details = answer.kind === 'fields' ? answer.format : answer.kind === 'stream' ? answer.media : '';
    facts.set(`${operation.id} answer`, [kind, status, details].join(' '));
    facts.set(`${operation.id} pathParameters`, operation.pathParameters.join());
    facts.set(`${operation.id} baseUris`, operation.baseUris.join());
    facts.set(`${operation.id} deprecated`, deprecated ? [deprecated.status, deprecated.date, deprecated.successors.join()].join(' ') : '');
    for (const { role, field } of operation.request) {
      facts.set(`${operation.method} ${field.name} role`, role);
      addField(facts, `${operation.method} `, field);
    }
    for (const field of 'fields' in answer ? answer.fields : []) addField(facts, `${operation.method} answer.`, field);
  }
  for (const webhook of webhooks) {
    facts.set('events', webhook.eventTypes.join());
    facts.set('anchors', webhook.notes.map(({ anchor }) => anchor ?? '').join());
    for (const field of webhook.request) addField(facts, '', field);
    for (const field of webhook.reply) addField(facts, 'reply.', field);
  }
  return facts;
}

function addField(facts: Map<string, string>, parent: string, field: Field): void {
  const { values, encryption, encoding, signature, constant, content } = field;
  facts.set(
    parent + field.name,
    JSON.stringify([
      field.type + (field.list ? '[]' : ''),
      field.required,
      values?.items.map(({ value }) => value),
      encryption && [encryption.kind, encryption.key],
      encoding?.value,
      signature?.value,
      constant?.value,
      field.default?.value,
      content && [content.format, content.shape],
    ]),
  );
  for (const child of field.fields) addField(facts, `${parent}${field.name}.`, child);
  for (const child of content?.fields ?? []) addField(facts, `${parent}${field.name}>`, child);
  field.alternatives?.forEach((alternative, index) => addField(facts, `${parent}#${index + 2} `, alternative));
}

function compare(own: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...own.keys(), ...other.keys()]);
  return [...paths]
    .filter((path) => own.get(path) !== other.get(path))
    .map((path) => `${path}: ${own.get(path)} instead of ${other.get(path)}`);
}
