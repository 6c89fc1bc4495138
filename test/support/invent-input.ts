import type { Content, Field, Operation } from '../../generator/model/api.js';
import type { Choose } from './choose.js';

/** An input that mostly is what the pages ask for; one in `damage` values is something else. */
export function inventInput({ request }: Operation, choose: Choose, damage: number): unknown {
  return inventObject(
    request.map(({ field }) => field),
    { choose, damage },
  );
}

interface Whim {
  readonly choose: Choose;
  readonly damage: number;
}

const oddValues: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => '',
  () => 'A',
  () => '1',
  () => '-1.5',
  () => ' 1',
  () => 0,
  () => 1,
  () => -0,
  () => 1.5,
  () => 1e21,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => true,
  () => false,
  () => ({}),
  () => [],
  () => ['A'],
  () => [undefined],
  () => [[1]],
  () => [{}],
  () => ({ A: 1 }),
  () => ({ length: 1, 0: 'A' }),
  () => JSON.parse('{"__proto__": {"size": "A"}}') as unknown,
];

/** Own members, whatever their names. */
function inventObject(fields: readonly Field[], whim: Whim): unknown {
  const entries = fields.flatMap((field) => {
    const isLeftOut = whim.choose(field.required ? whim.damage * 4 : 2) === 0;
    return isLeftOut ? [] : [[field.name, inventField(field, whim)] as const];
  });
  const more = whim.choose(8) === 0 ? [['not_on_the_page', 1] as const] : [];
  return Object.fromEntries([...entries, ...more]);
}

function inventField(field: Field, whim: Whim): unknown {
  const { choose, damage } = whim;
  if (choose(damage) === 0) return choose(2) === 0 ? nearMiss(field) : oddValues[choose(oddValues.length)]?.();
  const shapes = [field, ...(field.alternatives ?? [])];
  const shape = shapes[choose(shapes.length)] ?? field;
  const depth = field.name.split('$').length - 1 + (shape.list ? 1 : 0);
  return inLists(depth, () => inventElement(shape, whim), whim);
}

/** What is nearly right. */
function nearMiss({ type, values, constant }: Field): unknown {
  if (type === 'string') return values || constant ? 'C' : 1;
  if (type === 'boolean' || type === 'true') return 'true';
  return type === 'object' ? [] : 1.5;
}

function inLists(depth: number, invent: () => unknown, whim: Whim): unknown {
  if (depth === 0) return invent();
  return Array.from({ length: whim.choose(3) }, () =>
    depth === 1 && whim.choose(whim.damage * 2) === 0 ? oddValues[whim.choose(oddValues.length)]?.() : inLists(depth - 1, invent, whim),
  );
}

function inventElement(field: Field, whim: Whim): unknown {
  if (field.content) return inventContent(field.content, whim);
  if (field.type === 'object' && field.fields.length > 0) return inventObject(field.fields, whim);
  if (field.type === 'object') return whim.choose(2) === 0 ? {} : { name: 'a.png', data: new Uint8Array([1]) };
  return inventScalar(field, whim);
}

function inventContent({ shape, fields }: Content, whim: Whim): unknown {
  const [only] = fields;
  const isList = only !== undefined && (shape === 'list' || (shape === 'either' && whim.choose(2) === 0));
  return isList ? inventField(only, whim) : inventObject(fields, whim);
}

function inventScalar({ type, values, constant }: Field, { choose }: Whim): unknown {
  const texts = constant ? [constant.value] : (values?.items ?? []).map(({ value }) => value);
  const text = texts[choose(texts.length)] ?? ['a', '1', '字'][choose(3)] ?? '';
  if (type === 'string' || values?.textual) return text;
  if (type === 'true') return true;
  if (type === 'boolean') return texts.length > 0 ? text === 'true' : choose(2) === 0;
  const number = texts.length > 0 ? Number(text) : [0, -3, 12, 1.5][choose(type === 'integer' ? 3 : 4)];
  return choose(6) === 0 ? String(number) : number;
}
