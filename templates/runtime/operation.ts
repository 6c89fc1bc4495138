import type { Merchant } from './merchant.js';
import type { Validate } from './validation.js';

export type { Merchant };

/**
 * The contract between an emitted operation and the runtime: small data that names the functions it needs. A bundle that holds
 * one operation holds only those functions.
 */
export interface Operation {
  /** `POST /v3/refunds`; v2 with its `/v2` prefix. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** On the wire, `/` first, placeholders in braces; v2 without `/v2`. */
  readonly path: string;
  readonly validate: Validate;
  /** Builds the request: `sendJson`, `sendMultipart`, `sendXml`, `sendForm`, `sendQuery`, `sendSignedQuery`. */
  readonly send: Send;
  /**
   * Reads the answer: `receiveJson`, `receiveUnsignedJson`, `receiveNothing`, `receiveStream`, `receiveXml`, `receiveXmlOrNothing`,
   * `receiveXmlOrStream`.
   */
  readonly receive: Receive;
  /** What happens to fields of the input before sending, in this order: from the inside out. Paths begin with the group. */
  readonly seal?: readonly Layer[];
  /** What happens to fields of the answer after receiving, in this order: from the outside in. */
  readonly open?: readonly Layer[];
  /** Fields of the answer with all layers open. Absent where the answer has no fields. */
  readonly shape?: Shape;
  /** The required top-level field of the payload that holds the merchant's own number of this operation: repeating is safe. */
  readonly idempotentBy?: string;
  /** Called instead of the main host where the input has no `base_uri`. Ends with `/`. */
  readonly host?: string;
  /** How the call travels instead of by `fetch`: `fetchWithCertificate` where the page says `security`, `fetchWithBody` for `GET` with a body. */
  readonly transport?: Transport;
  /** v2: the page says `nonceless`, no `nonce_str` is added. */
  readonly nonceless?: true;
  /** v2: the query or the form has a row for a `nonce_str`. */
  readonly nonced?: true;
  /** v2: the only value of the page's `sign_type` row, sent where the input has none. */
  readonly signType?: 'MD5' | 'HMAC-SHA256';
  /** Stated on the page. The runtime enforces none of them. */
  readonly rateLimits?: readonly RateLimit[];
  /** How long a repeated call with the same number counts as the same call, in days, as stated on the page. */
  readonly idempotencyDays?: number;
  /** Error codes that the page names. Others occur. */
  readonly errorCodes?: readonly { readonly status: number; readonly code: string }[];
}

export interface RateLimit {
  readonly limit: number;
  readonly per: 'second' | 'minute' | 'hour' | 'day';
  /** What is counted, in the page's words; may be empty. */
  readonly scope: string;
}

/**
 * One transformation of one field: names joined with `.`, group first in requests (`json.receivers.name`). Lists on the way are
 * walked, and `*` stands for the items of a list where an object could be as well; what is absent, `null`, or of another shape is left
 * alone. `$n` names stand as on the page.
 */
export type Layer = readonly [path: string, codec: Codec];

/** Turns the value of a field into another one, without changing the value given. */
export type Codec = (value: unknown, context: LayerContext) => unknown;

export interface LayerContext {
  readonly merchant: Merchant;
  /** Of the platform key that encrypts this request. */
  readonly serial: string | undefined;
  /** JSON Pointer of the field, for messages. */
  readonly pointer: string;
  /** The object that holds the field. */
  readonly parent: Readonly<Record<string, unknown>>;
  /** What is known of the field below its layers; answers and notifications only. */
  readonly shape: Shape | undefined;
}

/**
 * What is known of a value that is read loosely. An object lists the shapes of its fields; a leaf is the empty value of its type
 * (`''`, `0`, `false`), or the list of the values on the page; `null` takes anything. A list has the shape of its elements. The type
 * does not spell this out, for the compiler would need as long for the shapes of all pages as for everything else.
 */
export type Shape = object | string | number | boolean | null;

/** A request whose bytes are fixed. */
export interface Outgoing {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** What the request signature covers as BODY. */
  readonly signedBody: string;
  /** Makes the `Authorization` header, anew for every attempt. v2 requests carry their sign in the body. */
  readonly authorize?: (merchant: Merchant, method: string, target: string, body: string) => string;
}

/** The groups of the request table and the path parameters. */
export type Input = Readonly<Record<string, unknown>>;

/** Seals the layers of a valid input and fixes its bytes. */
export type Send = (merchant: Merchant, operation: Operation, input: Input) => Promise<Outgoing>;

/** Resolves to the value of the answer with its layers still closed. Rejects where the answer proves nothing. */
export type Receive = (merchant: Merchant, operation: Operation, response: Response) => Promise<unknown>;

export type Transport = (merchant: Merchant, url: URL, init: RequestInit) => Promise<Response>;

/** The emitted facts of a notification. */
export interface Webhook {
  /** `v3/REFUND.SUCCESS`, `v2/refund-processed`. */
  readonly id: string;
  /** Values of the `event_type` row. */
  readonly eventTypes: readonly string[];
  /** Verifies the raw body and parses it: `readJsonNotice`, `readXmlNotice`. */
  readonly read: ReadNotice;
  /** As in `Operation`; paths begin inside the body. */
  readonly open?: readonly Layer[];
  /** Of the body, with all layers open. */
  readonly shape: Shape;
  /** Writes the reply: `replyJson`, `replySignedJson` where the page lists an `Authorization` header, `replyXml`. */
  readonly reply: WriteReply;
  /** Of the reply, as in `Operation`; paths begin inside its body. */
  readonly seal?: readonly Layer[];
}

/** Of `node:http`, of Express, or of `fetch`. */
export type NoticeHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Resolves to the parsed body with its layers still closed. Rejects where the message proves nothing. */
export type ReadNotice = (
  merchant: Merchant,
  webhook: Webhook,
  body: Uint8Array,
  headers: Headers,
) => Promise<Readonly<Record<string, unknown>>>;

/** @param body What the page asks for; absent for "received". */
export type WriteReply = (merchant: Merchant, body: Readonly<Record<string, unknown>> | undefined) => Reply;

/** An HTTP answer to a notification. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Per call; each wins over the merchant's setting. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call, retries included (default: the merchant's, 30,000). */
  readonly timeout?: number | undefined;
  /** How many times more a call that may be repeated is tried (default: the merchant's, 2). */
  readonly retries?: number | undefined;
  /** Added to the request. `Authorization` cannot be set; what tells the length of the body is best left to `fetch`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Result<Data> {
  readonly data: Data;
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
}

/** An operation in the chain. */
export type Verb<Input, Data> = (input: Input, options?: CallOptions) => Promise<Result<Data>>;

/** An operation in the chain that needs no input. */
export type VerbWithoutInput<Input, Data> = (input?: Input, options?: CallOptions) => Promise<Result<Data>>;

/** The verbs of each page, blanks between them, by template as `chain()` takes it (`v3/refunds/{id}`). */
export interface Routes {
  readonly [template: string]: string;
}

/** What is loaded with the first call or notification, so that a client is there at once, whatever the number of pages. */
export interface Modules {
  readonly operations: Loaders;
  readonly webhooks: WebhookRoutes;
}

/** Loads the module of a page by template. An object, for the compiler joins the types in a list of thunks. */
export interface Loaders {
  readonly [template: string]: () => Promise<object>;
}

/** Notification pages by id. */
export interface WebhookRoutes {
  readonly [id: string]: WebhookRoute;
}

/** The event types of a notification page, and the thunk that loads `webhook` of its module. */
export type WebhookRoute = readonly [eventTypes: readonly string[], load: () => Promise<{ readonly webhook: Webhook }>];
