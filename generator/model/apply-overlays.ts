import { createCollector, sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Answer, ApiPage, Content, Encoding, Field, Operation, RequestGroup, Webhook } from './api.js';
import { changeField, createField, isAlready, type FieldSetting } from './change-field.js';
import { editField, pathNames, pathsBelow } from './edit-field.js';
import { groupRole } from './groups.js';
import { nearest } from '../diagnostics/nearest.js';
import type { AddField, AddPathParameter, FieldAction, OverlayEntry, RemoveField, SetField } from './overlay.js';

/**
 * Corrects pages as overlay entries say, one after the other. What an entry changed or added says so in `Field.overlay`. An address
 * that leads nowhere is an error with a suggestion; an entry whose wish the page already fulfils is reported as obsolete.
 *
 * @param pages as built, before `assembleApi`
 */
export function applyOverlays(
  pages: readonly ApiPage[],
  entries: readonly OverlayEntry[],
): { readonly pages: readonly ApiPage[]; readonly diagnostics: readonly Diagnostic[] } {
  const whole = new Map(pages.map((page) => [page.file, page]));
  const { corrected, diagnostics } = correctPages(pages, entries, (file) => whole.get(file));
  return { pages: pages.map((page) => corrected.get(page.file) ?? page), diagnostics };
}

/** Any description of a page that tells what stands on it. */
interface ListedPage {
  readonly file: string;
  readonly operations: readonly { readonly id: string }[];
  readonly webhooks: readonly { readonly id: string }[];
}

/**
 * `applyOverlays` for pages that are not in memory.
 *
 * @param load is asked only for pages that an entry names
 * @returns those pages, corrected
 */
export function correctPages(
  pages: readonly ListedPage[],
  entries: readonly OverlayEntry[],
  load: (file: string) => ApiPage | undefined,
): { readonly corrected: ReadonlyMap<string, ApiPage>; readonly diagnostics: readonly Diagnostic[] } {
  const corrected = new Map<string, ApiPage>();
  const fileOf = new Map<string, string>();
  for (const { file, operations, webhooks } of entries.length > 0 ? pages : []) {
    for (const { id } of [...operations, ...webhooks]) if (!fileOf.has(id)) fileOf.set(id, file);
  }
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const report = reporter(entry, diagnostics);
    const { text: id } = entry.operation;
    const file = fileOf.get(id);
    const page = file === undefined ? undefined : (corrected.get(file) ?? load(file));
    if (!page) {
      report.unknown(entry.operation, 'operation', fileOf.keys());
      continue;
    }
    corrected.set(page.file, {
      ...page,
      operations: page.operations.map((operation) => (operation.id === id ? correctOperation(operation, entry, report) : operation)),
      webhooks: page.webhooks.map((webhook) => (webhook.id === id ? correctWebhook(webhook, entry, report) : webhook)),
    });
  }
  return { corrected, diagnostics: sortDiagnostics(diagnostics) };
}

interface OverlayReporter {
  unknown(address: { readonly text: string; readonly place: OverlayEntry['place'] }, what: string, known: Iterable<string>): void;
  obsolete(message: string): void;
}

function reporter(entry: OverlayEntry, diagnostics: Diagnostic[]): OverlayReporter {
  const report = (
    code: 'doc-overlay-unknown' | 'doc-overlay-obsolete',
    place: OverlayEntry['place'],
    message: string,
    help?: string,
  ): void => {
    const collector = createCollector(entry.file);
    collector.report(code, place, message, help === undefined ? {} : { help });
    diagnostics.push(...collector.diagnostics);
  };
  return {
    unknown(address, what, known) {
      const suggestion = nearest(address.text, known);
      report('doc-overlay-unknown', address.place, `no ${what} \`${address.text}\``, suggestion && `did you mean \`${suggestion}\`?`);
    },
    obsolete(message) {
      report('doc-overlay-obsolete', entry.place, message);
    },
  };
}

function correctOperation(operation: Operation, entry: OverlayEntry, report: OverlayReporter): Operation {
  const { action } = entry;
  if (action.kind === 'add-path-parameter') return correctPathParameter(operation, action, { entry, report });
  const { protocol } = operation;
  if (action.field.side === 'response') {
    const fields = 'fields' in operation.answer ? operation.answer.fields : [];
    const corrected = correctFields(fields, action, {
      entry,
      report,
      setting: { side: 'answer', protocol },
      place: operation.answer.place,
    });
    return corrected === fields ? operation : { ...operation, answer: withFields(operation, corrected) };
  }
  const fields = operation.request.map(({ field }) => field);
  const corrected = correctFields(fields, action, { entry, report, setting: { side: 'request', protocol }, place: operation.place });
  if (corrected === fields) return operation;
  const roles = new Map(operation.request.map(({ role, field }) => [field.name, role]));
  const request = corrected.map((field): RequestGroup => ({
    role: roles.get(field.name) ?? groupRole(field.name, operation.pathParameters),
    field,
  }));
  return { ...operation, request };
}

/** A field added to an answer without any makes it an answer of fields. */
function withFields({ answer, protocol }: Operation, fields: readonly Field[]): Answer {
  if ('fields' in answer) return { ...answer, fields };
  return { kind: 'fields', format: protocol === 'v2' ? 'xml' : 'json', status: 200, fields, place: answer.place };
}

function correctWebhook(webhook: Webhook, entry: OverlayEntry, report: OverlayReporter): Webhook {
  const { action } = entry;
  const { protocol, request, reply, place, replyPlace } = webhook;
  if (action.kind === 'add-path-parameter') {
    report.unknown(action.name, 'placeholder', []);
    return webhook;
  }
  return action.field.side === 'request'
    ? { ...webhook, request: correctFields(request, action, { entry, report, setting: { side: 'notification', protocol }, place }) }
    : { ...webhook, reply: correctFields(reply, action, { entry, report, setting: { side: 'reply', protocol }, place: replyPlace }) };
}

function correctPathParameter(
  operation: Operation,
  { name: { text: name, place }, change }: AddPathParameter,
  { entry, report }: Pick<Context, 'entry' | 'report'>,
): Operation {
  const index = operation.request.findIndex(({ role, field }) => role === 'path' && field.name === name);
  const known = operation.request[index]?.field;
  if (!known || !operation.pathParameters.includes(name)) {
    report.unknown({ text: name, place }, 'placeholder', operation.pathParameters);
    return operation;
  }
  if (!known.synthetic) {
    report.obsolete(`the page describes \`{${name}}\` now`);
    return operation;
  }
  const setting: FieldSetting = { side: 'request', protocol: operation.protocol };
  const field = createField(name, { ...change, required: true }, known.place, { entry, setting });
  return { ...operation, request: operation.request.map((group, at) => (at === index ? { role: 'path', field } : group)) };
}

interface Context {
  readonly entry: OverlayEntry;
  readonly report: OverlayReporter;
  readonly setting: FieldSetting;
  /** Of the table, for fields that no row describes. */
  readonly place: Field['place'];
}

/** The same list if the entry changes nothing. */
function correctFields(fields: readonly Field[], action: FieldAction, context: Context): readonly Field[] {
  switch (action.kind) {
    case 'set':
      return setField(fields, action, context);
    case 'remove':
      return removeField(fields, action, context);
    case 'add':
      return addField(fields, action, context);
  }
}

function setField(fields: readonly Field[], { field: address, change }: SetField, context: Context): readonly Field[] {
  let already = true;
  const { fields: edited, count } = editField(fields, pathNames(address.text), (field) => {
    already &&= isAlready(field, change);
    return changeField(field, change, context);
  });
  if (count === 0) context.report.unknown(address, 'field', pathsBelow(fields));
  else if (already) context.report.obsolete(`\`${address.text}\` is like this on the page now`);
  return count === 0 || already ? fields : edited;
}

function removeField(fields: readonly Field[], { field: address }: RemoveField, { report }: Context): readonly Field[] {
  const { fields: edited, count } = editField(fields, pathNames(address.text), () => undefined);
  if (count > 0) return edited;
  const known = [...pathsBelow(fields)];
  if (nearest(address.text, known) === undefined) report.obsolete(`the page has no \`${address.text}\` any more`);
  else report.unknown(address, 'field', known);
  return fields;
}

function addField(fields: readonly Field[], { field: address, change }: AddField, context: Context): readonly Field[] {
  const names = pathNames(address.text);
  const name = names.at(-1) ?? '';
  if (editField(fields, names, (field) => field).count > 0) {
    context.report.obsolete(`the page describes \`${address.text}\` now`);
    return fields;
  }
  if (names.length === 1) return [...fields, createField(name, change, context.place, context)];
  const parents = names.slice(0, -1);
  const { fields: edited, count } = editField(fields, parents, (parent) =>
    withChild(parent, createField(name, change, parent.place, context)),
  );
  if (count > 0) return edited;
  context.report.unknown({ text: parents.join('.'), place: address.place }, 'field', pathsBelow(fields));
  return fields;
}

/** A row below a string describes what is inside of it. */
function withChild(parent: Field, child: Field): Field {
  if (parent.type === 'object') return { ...parent, fields: [...parent.fields, child] };
  const place = parent.typePlace;
  const content: Content = parent.content ?? { format: 'json', shape: 'object', fields: [], place };
  const encoding: Encoding = parent.encoding ?? { value: 'by-json_encode', place, implied: true };
  return {
    ...parent,
    ...(!parent.encryption && { encoding }),
    content: { ...content, fields: [...content.fields, child] },
  };
}
