import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import { createCollector, type Collector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Place } from '../diagnostics/place.js';
import { maximalDepth, nameGrammar } from '../page/tokens.js';
import { yamlDepth } from '../page/yaml-depth.js';
import type { Encryption, KeyOwner, TypeWord } from './api.js';
import { pathNames } from './edit-field.js';
import type { FieldChange, OverlayAction, OverlayEntry, OverlayText, OverlayType } from './overlay.js';

/**
 * The entries of one overlay file: a YAML list, its form is `overlay.schema.json`. An entry that breaks the form is reported and left
 * out, the others are read.
 */
export function parseOverlays(text: string, file: string): { entries: OverlayEntry[]; diagnostics: readonly Diagnostic[] } {
  const collector = createCollector(file);
  const lineCounter = new LineCounter();
  const reader = createReader(collector, lineCounter);
  if (yamlDepth(text) > maximalDepth) {
    collector.report(
      'doc-overlay-invalid',
      { line: 1, column: 1, endColumn: 1 },
      `the file nests deeper than ${String(maximalDepth)} levels`,
    );
    return { entries: [], diagnostics: collector.diagnostics };
  }
  // The library compares every key with every other one; once is enough.
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  for (const error of document.errors) reader.reject(error.pos[0], error.message);
  const { contents } = document;
  if (document.errors.length > 0 || contents === null) return { entries: [], diagnostics: collector.diagnostics };
  if (!isSeq(contents)) {
    reader.reject(0, 'an overlay file is a list of entries');
    return { entries: [], diagnostics: collector.diagnostics };
  }
  const entries = contents.items.flatMap((item) => (isNode(item) ? (reader.entry(item) ?? []) : []));
  return { entries, diagnostics: collector.diagnostics };
}

const kinds: readonly Encryption['kind'][] = ['by-rsa-pubkey', 'by-aes-gcm', 'by-aes-ecb'];
const keyOwners: readonly KeyOwner[] = ['platform', 'merchant', 'bank', 'apiv3', 'apikey-digest'];
const typeWords: readonly TypeWord[] = ['string', 'integer', 'number', 'float', 'boolean', 'true', 'object'];
const sides = ['request', 'response'] as const;
const actionKeys = ['set', 'add', 'remove', 'pathParameter'] as const;
const changeKeys = ['required', 'type', 'values', 'encryption', 'description'] as const;

/** Signals a part that was rejected and reported; it never leaves this file. */
class Rejected extends Error {}

interface Reader {
  reject(offset: number, message: string): void;
  entry(node: Node): OverlayEntry | undefined;
}

function createReader(collector: Collector, lineCounter: LineCounter): Reader {
  const placeOf = (node: Node): Place => placeAt(node.range?.[0] ?? 0, node.range?.[1]);
  const placeAt = (offset: number, end?: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    const last = end === undefined ? undefined : lineCounter.linePos(end);
    const column = Math.max(col, 1);
    return { line: Math.max(line, 1), column, endColumn: last && last.line === line ? Math.max(last.col, column) : column };
  };
  const reject = (offset: number, message: string): void => collector.report('doc-overlay-invalid', placeAt(offset), message);
  const fail = (node: Node, message: string): never => {
    reject(node.range?.[0] ?? 0, message);
    throw new Rejected(message);
  };

  function members(node: Node, allowed: readonly string[]): Map<string, Node> {
    if (!isMap(node)) return fail(node, `expected a map of ${allowed.join(', ')}`);
    const found = new Map<string, Node>();
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!allowed.includes(name)) fail(key, `\`${name}\` is not one of ${allowed.join(', ')}`);
      if (value === null) fail(key, `\`${name}\` has no value`);
      else if (found.has(name)) fail(key, `\`${name}\` stands twice`);
      else found.set(name, value);
    }
    return found;
  }

  function text(node: Node | undefined, owner: Node, name: string): OverlayText {
    if (!node) return fail(owner, `\`${name}\` is missing`);
    if (!isScalar(node) || typeof node.value !== 'string' || node.value === '') return fail(node, `\`${name}\` must be a text`);
    return { text: node.value, place: placeOf(node) };
  }

  function oneOf<Word extends string>(node: Node, words: readonly Word[]): Word {
    const found = isScalar(node) ? words.find((word) => word === String(node.value)) : undefined;
    return found ?? fail(node, `expected one of ${words.join(', ')}`);
  }

  function flag(node: Node): boolean {
    return isScalar(node) && typeof node.value === 'boolean' ? node.value : fail(node, 'expected true or false');
  }

  function type(node: Node): OverlayType {
    const written = isScalar(node) ? String(node.value) : '';
    const word = typeWords.find((candidate) => candidate === written.replace(/\[\]$/, ''));
    return word
      ? { type: word, list: written.endsWith('[]') }
      : fail(node, `expected one of ${typeWords.join(', ')}, or one of them with []`);
  }

  function values(node: Node): string[] {
    if (!isSeq(node)) return fail(node, 'expected a list of values');
    return node.items.map((item) =>
      isScalar(item) && item.value !== null ? String(item.source ?? item.value) : fail(node, 'expected a list of values'),
    );
  }

  function encryption(node: Node): Exclude<FieldChange['encryption'], undefined> {
    if (isScalar(node) && node.value === false) return false;
    const parts = members(node, ['kind', 'key']);
    const kind = parts.get('kind') ?? fail(node, '`kind` is missing');
    const key = parts.get('key');
    return { kind: oneOf(kind, kinds), ...(key && { key: oneOf(key, keyOwners) }) };
  }

  function change(parts: ReadonlyMap<string, Node>, owner: Node): FieldChange {
    const required = parts.get('required');
    const typed = parts.get('type');
    const listed = parts.get('values');
    const encrypted = parts.get('encryption');
    const description = parts.get('description');
    return {
      ...(required && { required: flag(required) }),
      ...(typed && { type: type(typed) }),
      ...(listed && { values: values(listed) }),
      ...(encrypted && { encryption: encryption(encrypted) }),
      ...(description && { description: text(description, owner, 'description').text }),
    };
  }

  function action(parts: ReadonlyMap<string, Node>, owner: Node): OverlayAction {
    const [key, ...others] = actionKeys.filter((name) => parts.has(name));
    const node = key && parts.get(key);
    if (!node || others.length > 0) return fail(owner, `an entry has exactly one of ${actionKeys.join(', ')}`);
    if (key === 'pathParameter') {
      const own = members(node, ['name', 'type', 'values', 'description']);
      return { kind: 'add-path-parameter', name: text(own.get('name'), node, 'name'), change: change(own, node) };
    }
    const side = parts.get('side');
    const field = { ...text(parts.get('field'), owner, 'field'), side: side ? oneOf(side, sides) : sides[0] };
    if (key === 'remove') return flag(node) ? { kind: 'remove', field } : fail(node, '`remove` can only be true');
    const own = change(members(node, changeKeys), node);
    if (key === 'set') return { kind: 'set', field, change: own };
    const names = pathNames(field.text);
    const invalid = names.find((name) => !nameGrammar.test(name));
    if (invalid !== undefined) return fail(owner, `\`${invalid}\` is no name of a field`);
    if (names.length > maximalDepth + 1) return fail(owner, `\`field\` is more than ${String(maximalDepth)} levels deep`);
    return own.type ? { kind: 'add', field, change: { ...own, type: own.type } } : fail(node, '`type` is missing');
  }

  function entry(node: Node): OverlayEntry | undefined {
    try {
      const parts = members(node, ['operation', 'side', 'field', 'reason', ...actionKeys]);
      return {
        file: collector.file,
        place: placeOf(node),
        operation: text(parts.get('operation'), node, 'operation'),
        reason: text(parts.get('reason'), node, 'reason').text,
        action: action(parts, node),
      };
    } catch (error) {
      if (error instanceof Rejected) return undefined;
      throw error;
    }
  }

  return { reject, entry };
}
