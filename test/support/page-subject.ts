import type { Field, GroupRole, Operation, Webhook } from '../../generator/model/api.js';
import type { Page, Row, SampleCall, Section } from '../../generator/page/page.js';
import type { PhpValue } from '../../generator/page/php-value.js';
import type { TreePage } from './page-tree.js';

/** A page, flattened for questions of the kind "is there any …?". */
export interface PageSubject {
  readonly text: string;
  readonly page: Page;
  readonly operations: readonly Operation[];
  /** The first of each. */
  readonly section: Section | undefined;
  readonly operation: Operation | undefined;
  readonly webhook: Webhook | undefined;
  /** Every row of the tables with this name, whatever its depth, inside strings and other shapes too. */
  rows(name: string): Row[];
  /** Every field of the model with this name, likewise. */
  fields(name: string): Field[];
  /** Fields of a request group of the first operation. */
  group(role: GroupRole): readonly Field[] | undefined;
  /** The calls that the samples make. */
  readonly calls: readonly SampleCall[];
  /** Keys of the argument of the first call. */
  readonly optionKeys: readonly string[];
  /** What the arguments of the calls are encoded by. */
  readonly argumentEncodings: readonly string[];
}

/** @throws if the page has no model. */
export function subjectOf({ file, text, page, model }: TreePage): PageSubject {
  if (!page || !model) throw new Error(`${file} has no model.`);
  const { operations, webhooks } = model;
  const rows = page.sections.flatMap(({ request, response }) => allRows([...(request?.rows ?? []), ...(response?.rows ?? [])]));
  const fields = allFields([
    ...operations.flatMap(({ request, answer }) => [...request.map(({ field }) => field), ...('fields' in answer ? answer.fields : [])]),
    ...webhooks.flatMap(({ request, reply }) => [...request, ...reply]),
  ]);
  const calls = page.sections.flatMap(({ samples }) => samples.flatMap(({ call }) => call ?? []));
  const options = calls[0]?.options;
  return {
    text,
    page,
    operations,
    section: page.sections[0],
    operation: operations[0],
    webhook: webhooks[0],
    rows: (name) => rows.filter((row) => row.name === name),
    fields: (name) => fields.filter((field) => field.name === name),
    group: (role) => operations[0]?.request.find((group) => group.role === role)?.field.fields,
    calls,
    optionKeys: options?.kind === 'map' ? options.entries.map(({ key }) => key) : [],
    argumentEncodings: calls.flatMap((call) => encodingsIn(call.options)),
  };
}

function allRows(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [row, ...allRows([...row.children, ...(row.decoded?.rows ?? []), ...row.alternatives])]);
}

function allFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    const { content, alternatives } = field;
    return [field, ...allFields([...field.fields, ...(content?.fields ?? []), ...(alternatives ?? [])])];
  });
}

function encodingsIn(value: PhpValue): string[] {
  switch (value.kind) {
    case 'encoded':
      return [value.by, ...encodingsIn(value.value)];
    case 'map':
      return value.entries.flatMap((entry) => encodingsIn(entry.value));
    case 'list':
      return value.items.flatMap(encodingsIn);
    default:
      return [];
  }
}
