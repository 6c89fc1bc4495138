import type { Fence } from '../fences.js';
import type { SampleCall, Verb } from '../page.js';
import type { PhpValue } from '../php-value.js';
import type { Reading } from '../reading.js';
import { clientName } from '../tokens.js';
import { templateOfChain, templateOfText } from './call-template.js';
import { isBounded } from './is-bounded.js';
import { parsePhp } from './parse-php.js';
import { placeOfLine } from './place-of-line.js';
import type { PhpNode } from './php-node.js';
import { phpValueOf, type PhpText, type Variables } from './php-value-of.js';

/**
 * Parses a sample program and finds the call it makes (dialect.md §16.2 to §16.5).
 *
 * @returns undefined where it makes none on `$instance`, or is no PHP; it is reported if that looks like a mistake
 */
export function readProgram({ code, place, label }: Omit<Fence, 'closed'>, reading: Reading): SampleCall | undefined {
  const parse = parsePhp(code);
  if (parse.kind === 'error') {
    reading.report('doc-sample-syntax', placeOfLine(code, parse.line, place.line), `sample \`${label}\` is no PHP: ${parse.message}`);
    return undefined;
  }
  const call = readStatements(parse.statements, { code, firstLine: place.line });
  if (!call && code.includes(clientName))
    reading.report('doc-sample-foreign', place, `sample \`${label}\` names the client, but makes no call of one of the three forms`);
  return call;
}

function readStatements(statements: readonly PhpNode[], text: PhpText): SampleCall | undefined {
  const variables = new Map<string, PhpValue>();
  for (const statement of statements) {
    if (statement.kind !== 'expressionstatement') continue;
    const { expression } = statement;
    const value = expression.kind === 'assign' ? expression.right : expression;
    const found = findCall(value);
    if (found) return readCall(found, text, variables);
    if (expression.kind === 'assign') assign(expression.left, value, text, variables);
  }
  return undefined;
}

type CallNode = Extract<PhpNode, { kind: 'call' }>;

interface FoundCall {
  readonly node: CallNode;
  readonly receiver: PhpNode;
  readonly verb: Verb;
  readonly async: boolean;
}

const method = /^(get|post|put|patch|delete)(Async)?$/;

/** Goes down `….then(…).wait()` to the method named like a verb. */
function findCall(node: PhpNode): FoundCall | undefined {
  let current = node;
  while (current.kind === 'call' && current.what.kind === 'propertylookup') {
    const { what: receiver, offset } = current.what;
    const match = offset.kind === 'identifier' ? method.exec(offset.name) : null;
    if (match && startsAtInstance(receiver)) {
      return { node: current, receiver, verb: match[1] as Verb, async: match[2] !== undefined }; // one of the words of the pattern
    }
    current = receiver;
  }
  return undefined;
}

function startsAtInstance(node: PhpNode): boolean {
  let current = node;
  for (;;) {
    if (current.kind === 'variable') return current.name === 'instance';
    if (current.kind !== 'call' && current.kind !== 'propertylookup' && current.kind !== 'offsetlookup') return false;
    current = current.what;
  }
}

function readCall({ node, receiver, verb, async }: FoundCall, text: PhpText, variables: Variables): SampleCall | undefined {
  const target = readTarget(receiver);
  const [argument] = node.arguments;
  if (!target || !argument) return undefined;
  const options = phpValueOf(argument, text, variables);
  if (!isBounded(options)) return undefined;
  return { ...target, verb, async, options, answer: answerOf(text.code.slice(node.loc.end.offset)) };
}

function readTarget(receiver: PhpNode): Pick<SampleCall, 'style' | 'template'> | undefined {
  const properties: string[] = [];
  let current = receiver;
  while (current.kind === 'propertylookup' && current.offset.kind === 'identifier') {
    properties.unshift(current.offset.name);
    current = current.what;
  }
  if (current.kind === 'variable') return { style: 'chain', template: templateOfChain(properties) };
  if (properties.length > 0) return undefined;
  if (current.kind === 'offsetlookup' && current.offset && current.offset.kind === 'string') {
    return { style: 'property', template: templateOfText(current.offset.value) };
  }
  const [argument] = current.kind === 'call' ? current.arguments : [];
  return argument?.kind === 'string' ? { style: 'declarative', template: templateOfText(argument.value) } : undefined;
}

/** What the statements after the call do with the answer (dialect.md §16.5). */
function answerOf(rest: string): SampleCall['answer'] {
  const status = /getStatusCode\(\) === (204|202)/.exec(rest)?.[1];
  if (status !== undefined) return status === '204' ? 'status-204' : 'status-202';
  if (rest.includes('Transformer::toArray(')) return 'xml';
  return rest.includes('json_decode(') ? 'json' : 'none';
}

/** Follows `$name = …` and `$name['key'] = …`. What cannot be followed makes the variable unknown. */
function assign(left: PhpNode, right: PhpNode, text: PhpText, variables: Map<string, PhpValue>): void {
  const target = left.kind === 'offsetlookup' ? left.what : left;
  if (target.kind !== 'variable' || typeof target.name !== 'string') return;
  const value = phpValueOf(right, text, variables);
  const next = left.kind === 'offsetlookup' ? withEntry(variables.get(target.name), left.offset, value) : value;
  if (next && isBounded(next)) variables.set(target.name, next);
  else variables.delete(target.name);
}

function withEntry(known: PhpValue | undefined, key: PhpNode | false, value: PhpValue): PhpValue | undefined {
  if (known?.kind !== 'map' || !key || key.kind !== 'string') return undefined;
  return { ...known, entries: [...known.entries, { key: key.value, place: value.place, value }] };
}
