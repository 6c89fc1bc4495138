import { ConfigError } from './errors.js';
import type { Merchant } from './merchant.js';
import { openNotice } from './open-notice.js';
import type { NoticeHeaders, Reply, Webhook, WebhookRoutes } from './operation.js';
import type { TestKeys, TestMessage } from './sign-test.js';

/** A v3 notification that no page describes. */
export interface UnknownNotice {
  readonly id: string;
  /** The type that arrived, whatever it is. It has a literal type of its own, so that the other notifications can be told by theirs. */
  readonly event_type: 'a type that no page lists';
  readonly resource: { readonly original_type?: string; readonly ciphertext: unknown };
}

/**
 * A notification on its way: what it says, and how to answer it.
 *
 * @typeParam Answer Bodies of replies that the pages describe. An interface among them is no record to the compiler.
 */
export interface Arrival<Body, Answer = never> {
  readonly event: Body;
  /** @param body What the page asks for; left out for "received". */
  reply(body?: Answer | Readonly<Record<string, unknown>>): Reply;
}

type EventOf<Notices> = {
  [Name in keyof Notices]: Notices[Name] extends { readonly event: infer Event extends { readonly event_type: string } } ? Event : never;
}[keyof Notices];

type AnswerOf<Notices, Name extends keyof Notices = keyof Notices> = Notices[Name] extends { readonly reply: infer Answer }
  ? Answer
  : never;

type BodyOf<Notices, Name extends keyof Notices> = Notices[Name] extends { readonly event: infer Event } ? Event : never;

/** Receives the notifications of a merchant. What reads them is loaded with the first one, so that a client is there at once. */
export class Webhooks<Notices> {
  readonly #merchant: Merchant;
  readonly #routes: () => Promise<WebhookRoutes>;

  constructor(merchant: Merchant, routes: () => Promise<WebhookRoutes>) {
    this.#merchant = merchant;
    this.#routes = routes;
  }

  /**
   * Verifies, decrypts and decodes a notification. Narrow the result by `event_type`, and by `'resource' in event` where a page of v2 and
   * one of v3 have a type in common: v2 has no `resource`.
   *
   * @param rawBody The bytes as they arrived; a body that a framework parsed and wrote again does not verify.
   * @param name Page of the notification, such as `v2/refund-processed`: for those that carry no `event_type`.
   * @throws {SignatureError} When the message is not proven to come from the platform.
   * @throws {DecryptError} When it is genuine, but cannot be read.
   * @throws {ConfigError} When it carries no `event_type`, and no name is given.
   */
  parse<Name extends keyof Notices & string>(
    rawBody: Uint8Array | string,
    headers: NoticeHeaders,
    name: Name,
  ): Promise<BodyOf<Notices, Name>>;
  parse(rawBody: Uint8Array | string, headers: NoticeHeaders): Promise<EventOf<Notices> | UnknownNotice>;
  async parse(rawBody: Uint8Array | string, headers: NoticeHeaders, name?: string): Promise<unknown> {
    return (await this.#receive(rawBody, headers, name)).event;
  }

  /** As {@link parse}, with the reply that the page asks for at hand. */
  receive<Name extends keyof Notices & string>(
    rawBody: Uint8Array | string,
    headers: NoticeHeaders,
    name: Name,
  ): Promise<Arrival<BodyOf<Notices, Name>, AnswerOf<Notices, Name>>>;
  receive(rawBody: Uint8Array | string, headers: NoticeHeaders): Promise<Arrival<EventOf<Notices> | UnknownNotice, AnswerOf<Notices>>>;
  async receive(rawBody: Uint8Array | string, headers: NoticeHeaders, name?: string): Promise<Arrival<unknown>> {
    return this.#receive(rawBody, headers, name);
  }

  /**
   * Builds a signed, encrypted notification from its plain content, for tests of handlers.
   *
   * @param event What {@link parse} will resolve to; rows of the envelope that are missing are made up.
   * @param keys Stand for the platform: put the public key into `platformKeys` under the serial.
   */
  async signTest<Name extends keyof Notices & string>(name: Name, event: object, keys: TestKeys): Promise<TestMessage> {
    const { signTest } = await import('./sign-test.js');
    return signTest(this.#merchant, await this.#load(name), event, keys);
  }

  async #receive(rawBody: Uint8Array | string, headers: NoticeHeaders, name: string | undefined): Promise<Arrival<unknown>> {
    const webhook = name === undefined ? await this.#recognise(rawBody) : await this.#load(name);
    const event = await openNotice(this.#merchant, webhook, rawBody, headers);
    if (!webhook.seal) return { event, reply: (body) => webhook.reply(this.#merchant, body) };
    const { sealReply } = await import('./seal-reply.js');
    return { event, reply: await sealReply(this.#merchant, webhook, webhook.seal) };
  }

  async #recognise(rawBody: Uint8Array | string): Promise<Webhook> {
    const { recogniseNotice } = await import('./recognise-notice.js');
    const name = await recogniseNotice(rawBody, await this.#routes());
    return name === undefined ? (await import('./unknown-notice.js')).unknownNotice : this.#load(name);
  }

  async #load(name: string): Promise<Webhook> {
    const routes = await this.#routes();
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!route) throw new ConfigError(`There is no notification ${name}`);
    return (await route[1]()).webhook;
  }
}
