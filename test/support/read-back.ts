import { isDeepStrictEqual } from 'node:util';
import type { Api, Operation as ApiOperation } from '../../generator/model/api.js';
import type { OpenApiDocument, Schema } from '../../generator/openapi/document.js';
import { toOpenApi } from '../../generator/openapi/to-openapi.js';
import { call } from '../../templates/runtime/call.js';
import type { Operation, Webhook } from '../../templates/runtime/operation.js';
import { proveNotice } from '../../templates/runtime/prove-notice.js';
import type { Unknown } from '../../templates/runtime/report-unknown.js';
import { spreadLists } from '../../templates/testing/flat-lists.js';
import { isJsonList, textOf, type JsonObject } from '../../templates/testing/json.js';
import { startServer, type WireAnswer } from '../../templates/testing/server.js';
import { signAnswer } from '../../templates/testing/sign-answer.js';
import { signParameters, signTypeOf } from '../../templates/testing/sign-parameters.js';
import { buildXml } from '../../templates/testing/xml.js';
import type { BundledPage } from './bundle-pages.js';
import type { Choose } from './choose.js';
import { fakeMerchant, keys } from './fake-merchant.js';
import { inventMessage, type Message } from './invent-message.js';

/** What the client made of a message that it should have read. */
export interface Misreading {
  readonly sent: string | Uint8Array;
  readonly expected: JsonObject;
  readonly read: unknown;
  readonly opened: readonly string[];
  readonly reported: readonly string[];
}

/** One answer or one notification of an API, of which any number can be made up. */
export interface Readable {
  /** Of its page. */
  readonly file: string;
  readonly kind: 'json' | 'xml' | 'notices';
  /** Sends one, genuinely signed, answers over HTTP. Nothing is returned if the client read what was meant. */
  read(choose: Choose): Promise<Misreading | undefined>;
}

/** A platform that sends what the exported document allows, and a client that reads it. */
export interface ReadBack {
  /** @param bundled the pages of the API, in their order */
  messagesOf(api: Api, bundled: readonly BundledPage[]): readonly Readable[];
  close(): Promise<void>;
}

/** A body of the document. */
interface Media {
  readonly schema: Schema;
  readonly xml: boolean;
  /** v2 answers that are JSON carry no signature. */
  readonly unsigned: boolean;
}

export async function createReadBack(): Promise<ReadBack> {
  let planned: WireAnswer | undefined;
  const server = await startServer(() => planned ?? { status: 500, headers: {}, body: '' });
  let reported: Unknown[] = [];
  const merchant = fakeMerchant({ baseUrl: `${server.origin}/`, retries: 0, onUnknown: (unknown) => reported.push(unknown) });
  const judge = async (message: Message, sent: WireAnswer['body'], read: () => Promise<unknown>): Promise<Misreading | undefined> => {
    reported = [];
    const found = await read().catch((error: unknown) => error);
    const pointers = reported.map(({ kind, pointer }) => `${kind} ${pointer}`);
    const isRead = isDeepStrictEqual(withoutSign(found), withoutSign(message.plain));
    const allowed = new Set(message.opened.map((pointer) => `value ${pointer}`));
    if (isRead && pointers.every((pointer) => allowed.has(pointer))) return undefined;
    return { sent, expected: message.plain, read: found, opened: message.opened, reported: pointers };
  };
  const answer = ({ transport: _, ...facts }: Operation, media: Media, choose: Choose): Promise<Misreading | undefined> => {
    const message = inventMessage(media.schema, { choose, keys, xml: media.xml });
    const sent = signed(message, media);
    planned = { status: 200, ...sent };
    const operation: Operation = {
      ...facts,
      // What is asked for is another test's subject.
      validate: () => undefined,
      send: async () => ({ url: new URL(server.origin), headers: {}, signedBody: '' }),
    };
    return judge(message, sent.body, async () => (await call(merchant, operation, {})).data);
  };
  const notice = (webhook: Webhook, media: Media, choose: Choose): Promise<Misreading | undefined> => {
    const message = inventMessage(media.schema, { choose, keys, xml: media.xml });
    const { headers, body } = signed(message, media);
    return judge(message, body, () => proveNotice(merchant, webhook, body, headers));
  };
  return {
    messagesOf(api, bundled) {
      const document = toOpenApi(api);
      const modules = api.pages.filter(({ operations, webhooks }) => operations.length + webhooks.length > 0);
      return modules.flatMap(({ file, operations, webhooks }, index): Readable[] => [
        ...operations.flatMap((operation): Readable[] => {
          const facts = bundled[index]?.operations.get(operation.id);
          const media = mediaOf(answerContent(document, operation), operation.protocol);
          if (!facts || !media || operation.answer.kind !== 'fields') return [];
          return [{ file, kind: media.xml ? 'xml' : 'json', read: (choose) => answer(facts, media, choose) }];
        }),
        ...webhooks.flatMap((webhook): Readable[] => {
          const facts = bundled[index]?.webhook;
          const media = mediaOf(document.webhooks[`${webhook.protocol}/${webhook.name}`]?.post?.requestBody?.content, 'v3');
          return facts && media ? [{ file, kind: 'notices', read: (choose) => notice(facts, media, choose) }] : [];
        }),
      ]);
    },
    close: server.close,
  };
}

function answerContent({ paths }: OpenApiDocument, { method, path, protocol, answer }: ApiOperation): Content {
  const verb = method.toLowerCase();
  const own = [paths[path], paths[`${path}#${protocol}`]]
    .flatMap((item) => Object.entries(item ?? {}))
    .find(([name, operation]) => name === verb && (operation['x-protocol'] ?? 'v3') === protocol);
  return own?.[1].responses[String(answer.status)]?.content;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>> | undefined;

function mediaOf(content: Content, protocol: 'v2' | 'v3'): Media | undefined {
  const xml = content?.['text/xml'];
  const json = content?.['application/json'];
  if (xml) return { schema: xml.schema, xml: true, unsigned: false };
  return json && { schema: json.schema, xml: false, unsigned: protocol === 'v2' };
}

type Signed = Pick<WireAnswer, 'headers'> & { readonly body: string };

function signed(message: Message, { schema, xml, unsigned }: Media): Signed {
  return xml ? xmlMessage(message, schema) : jsonMessage(message, unsigned);
}

function jsonMessage({ wire }: Message, unsigned: boolean): Signed {
  const { headers, body } = signAnswer(JSON.stringify(wire), {
    keys,
    now: Math.floor(Date.now() / 1000),
    ...(unsigned && { tampering: 'unsigned' }),
  });
  return { headers: { 'Content-Type': 'application/json', ...headers }, body };
}

/** With a sign where the schema has one. It covers every text that stands once. */
function xmlMessage({ wire }: Message, { properties = {} }: Schema): Signed {
  const { sign: _, ...values } = spreadLists(wire);
  const parameters = Object.entries(values).flatMap(([name, value]) => {
    const [once, ...more] = isJsonList(value) ? value : [value];
    return once === undefined || typeof once === 'object' || more.length > 0 ? [] : [[name, textOf(once)] as const];
  });
  const texts = Object.fromEntries(parameters);
  const sign = Object.hasOwn(properties, 'sign') ? { sign: signParameters(texts, keys.apiKey, signTypeOf(texts)) } : {};
  return { headers: { 'Content-Type': 'text/xml' }, body: buildXml({ ...values, ...sign }) };
}

/** It is the platform's own. */
function withoutSign(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || message instanceof Error) return message;
  return Object.fromEntries(Object.entries(message).filter(([name]) => name !== 'sign'));
}
