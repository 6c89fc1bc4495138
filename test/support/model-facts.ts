import type { Field, Operation, Webhook } from '../../generator/model/api.js';
import type { TypeFacts } from './type-facts.js';

/** What the types of an operation's input must say, read off the model without the emitter. */
export function inputFacts({ protocol, request, pathParameters, baseUris }: Operation): TypeFacts {
  const facts: TypeFacts = new Map([['', new Set(['object'])]]);
  if (request.length === 0) return new Map([['', new Set(['any object'])]]);
  for (const { role, field } of request) {
    const isFree =
      role === 'path'
        ? !pathParameters.includes(field.name)
        : !field.required ||
          ['security', 'nonceless', 'stray'].includes(role) ||
          (role === 'base_uri' && baseUris.length === 1) ||
          isSupplied(protocol, role, field);
    noteField(facts, { ...field, required: !isFree, fields: field.fields.map((row) => relaxed(protocol, role, row)) }, '', {
      open: false,
      numberText: role === 'path' || role === 'xml',
      file: role === 'body',
    });
  }
  return facts;
}

export function outputFacts({ answer }: Operation): TypeFacts {
  if (answer.kind === 'empty') return new Map();
  if (answer.kind === 'stream') return new Map([['', new Set(['ReadableStream'])]]);
  if (answer.kind === 'redirect') return new Map([['', new Set(['URL'])]]);
  return tableFacts(answer.fields);
}

/** Of rows that are read, not sent. */
export function tableFacts(fields: readonly Field[]): TypeFacts {
  if (fields.length === 0) return new Map([['', new Set(['any object'])]]);
  const facts: TypeFacts = new Map([['', new Set(['object'])]]);
  for (const field of fields) noteField(facts, field, '', { open: true });
  return facts;
}

/** Of the whole message of a notification; the type of the event is closed. */
export function noticeFacts({ request }: Webhook): TypeFacts {
  const facts = tableFacts(request);
  const type = facts.get('body.event_type');
  if (type) facts.set('body.event_type', new Set([...type].map((fact) => fact.replace('|string', ''))));
  return facts;
}

/** Of the whole reply to a notification. */
export function replyFacts({ reply }: Webhook): TypeFacts {
  const facts: TypeFacts = new Map([['', new Set(['object'])]]);
  for (const group of reply) {
    const isFree = !group.required || isSupplied('v3', group.name, group);
    noteField(facts, { ...group, required: !isFree, fields: group.fields.map((row) => relaxed('v3', group.name, row)) }, '', {
      open: false,
    });
  }
  return facts;
}

const headers = ['Wechatpay-Serial', 'Content-Type', 'Authorization'];
const parameters = ['nonce_str', 'sign'];

/** Design §2.7: what the runtime supplies itself. */
const supplied: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  v2: { headers, xml: parameters, query: parameters, body: parameters },
  v3: { headers },
};

function relaxed(protocol: string, group: string, row: Field): Field {
  return { ...row, required: row.required && !supplied[protocol]?.[group]?.includes(row.name) };
}

function isSupplied(protocol: string, group: string, { fields }: Field): boolean {
  const required = fields.filter((row) => row.required);
  return required.length > 0 && required.every((row) => supplied[protocol]?.[group]?.includes(row.name));
}

interface Side {
  readonly open: boolean;
  readonly numberText?: boolean;
  readonly file?: boolean;
}

function noteField(facts: TypeFacts, field: Field, around: string, side: Side): void {
  const path = around === '' ? field.name : `${around}.${field.name}`;
  noteValue(facts, field, path, { side, mark: field.required ? '' : '?', depth: field.name.split('$').length - 1 });
}

/** Lists around lists, and then the shapes of the field. */
function noteValue(
  facts: TypeFacts,
  field: Field,
  path: string,
  { side, mark, depth }: { readonly side: Side; readonly mark: string; readonly depth: number },
): void {
  const note = (at: string, fact: string): void => {
    facts.set(at, (facts.get(at) ?? new Set()).add(fact));
  };
  if (depth > 0) {
    note(path, `list${mark}`);
    noteValue(facts, field, `${path}[]`, { side, mark: '', depth: depth - 1 });
    return;
  }
  for (const shape of [field, ...(field.alternatives ?? [])]) {
    const at = shape.list ? `${path}[]` : path;
    const own = shape.list ? '' : mark;
    if (shape.list) note(path, `list${mark}`);
    const [label] = shape.content?.fields ?? [];
    if (shape.content && label && shape.content.shape !== 'object') {
      noteValue(facts, label, at, { side: { open: side.open }, mark: own, depth: 0 });
      if (shape.content.shape === 'either') {
        note(at, `object${own}`);
        noteField(facts, label, at, { open: side.open });
      }
    } else if (shape.content || shape.type === 'object') {
      const rows = shape.content?.fields ?? shape.fields;
      note(at, (rows.length > 0 ? 'object' : side.file ? 'UploadFile' : 'any object') + own);
      for (const row of rows) noteField(facts, row, at, shape.content ? { open: side.open } : side);
    } else note(at, scalarFact(shape, side) + own);
  }
}

function scalarFact({ type, constant, values }: Field, { open, numberText }: Side): string {
  if (type === 'true') return 'true';
  const isNumber = type === 'integer' || type === 'number' || type === 'float';
  const base = isNumber && !values?.textual ? 'number' : type === 'boolean' ? 'boolean' : 'string';
  const texts = constant ? [constant.value] : values?.form === 'blank-separated' ? undefined : values?.items.map(({ value }) => value);
  if (!texts || (base === 'number' && texts.some((text) => Number.isNaN(Number(text)))))
    return base === 'number' && numberText ? 'number|string' : base;
  const listed = texts.flatMap((text) => {
    if (base === 'string') return [JSON.stringify(text)];
    return base === 'number' && numberText ? [String(Number(text)), JSON.stringify(text)] : [String(Number(text))];
  });
  return [...new Set([...listed, ...(open ? [base] : [])])].sort().join('|');
}
