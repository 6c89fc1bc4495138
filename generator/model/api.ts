import type { Place } from '../diagnostics/place.js';

/**
 * All that docwright knows of an API. Plain JSON-serialisable data, and the only thing that emitters, exporters and the differ
 * look at. Optional members are absent, never `undefined` or `null`; lists are in page order.
 */
export interface Api {
  readonly version: 1;
  /** In code-unit order of `file`. */
  readonly pages: readonly ApiPage[];
}

export interface ApiPage {
  /** Relative to the specs folder, `/` between segments. */
  readonly file: string;
  readonly kind: 'operations' | 'webhook' | 'stub' | 'index';
  readonly title: string;
  readonly description?: string;
  /** Stubs only: site path of the successor (`/openapi/v3/…`, without `.md`, anchor kept). */
  readonly movedTo?: string;
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  /** Those to other pages of the site and to anchors, wherever they stand on the page. Full addresses are not among them. */
  readonly links: readonly ApiLink[];
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Protocol = 'v2' | 'v3';

export interface Common {
  /** `POST /v3/refunds`, `POST /v2/pay/refundquery`, `WEBHOOK v3/REFUND.SUCCESS`. Unique in the API. */
  readonly id: string;
  /** Of the page it stands on, so that an operation can travel alone. */
  readonly file: string;
  /** Of the heading. */
  readonly place: Place;
  readonly protocol: Protocol;
  readonly title: string;
  /** Plain text, `\n` between lines; empty where the page has none. */
  readonly description: string;
  /** Set by an end-of-life notice: `deprecated`, `discarded` or `redesigned`. */
  readonly deprecated?: Deprecation;
  readonly notices: readonly ApiNotice[];
  readonly samples: readonly ApiSample[];
  readonly presets: readonly ApiPreset[];
  readonly links: readonly ApiLink[];
}

export interface Operation extends Common {
  readonly kind: 'operation';
  readonly method: Method;
  /** `v3/pay/transactions/{id}`; v2 with its `v2/` prefix. A slash at the end is kept. */
  readonly template: string;
  /** What the samples give to `chain()` where that is not `template`, because they spell a part of it with a helper (dialect.md §17). */
  readonly sampleTemplate?: string;
  /** The path on the wire, `/` first, placeholders in braces; v2 without `/v2`. */
  readonly path: string;
  /** In order of their appearance in `path`. */
  readonly pathParameters: readonly string[];
  /** Rows at depth 0 of the request table, in page order; a path parameter without a row follows with `synthetic`. */
  readonly request: readonly RequestGroup[];
  readonly answer: Answer;
  /** Addresses the page offers instead of the main host, `https://…/`, from `base_uri`. */
  readonly baseUris: readonly string[];
  readonly prose: ProseMetadata;
}

/** How a row at depth 0 of a request table travels (dialect.md §14). */
export type GroupRole =
  | 'path'
  | 'json'
  | 'query'
  | 'headers'
  | 'xml'
  | 'body'
  | 'base_uri'
  | 'security'
  | 'nonceless'
  | 'fragment'
  | 'timeout'
  /** A row that is no group: its indentation was lost. */
  | 'stray';

export interface RequestGroup {
  readonly role: GroupRole;
  /** The row itself; the members of the group are its `fields`. */
  readonly field: Field;
}

export interface Field {
  /** As on the page, `$n` included. */
  readonly name: string;
  /** Of the name cell. */
  readonly place: Place;
  readonly required: boolean;
  readonly type: TypeWord;
  /** The type is a list of `type`. */
  readonly list: boolean;
  readonly typePlace: Place;
  /** Plain text, `\n` between lines, code spans with backticks. */
  readonly description: string;
  readonly values?: Values;
  readonly constant?: Provided<string>;
  readonly default?: Provided<string>;
  readonly encryption?: Encryption;
  readonly encoding?: Encoding;
  readonly signature?: Provided<'by-rsa-privatekey'>;
  /** What is inside the encoded or encrypted string. */
  readonly content?: Content;
  /** Rows of an `object` or of the elements of an `object[]`; as on every level, no two have one name. */
  readonly fields: readonly Field[];
  /** Further, mutually exclusive shapes of this field, which is the first. Absent where there is one shape only. */
  readonly alternatives?: readonly Field[];
  /** The value that selects this shape, from the code span in the description of an alternative. */
  readonly when?: string;
  /** No row stands behind it: the URL needs it (path parameters only). */
  readonly synthetic?: true;
  /** What an overlay changed or added here: the file and line of the entry. */
  readonly overlay?: { readonly file: string; readonly line: number };
}

export type TypeWord = 'string' | 'integer' | 'number' | 'float' | 'boolean' | 'true' | 'object';

export interface Provided<Value> {
  readonly value: Value;
  readonly place: Place;
}

export interface Values {
  /** `blank-separated` lists hold status classes (`20X`). */
  readonly form: 'one-of' | 'single' | 'blank-separated' | 'explained';
  readonly items: readonly ValueItem[];
  readonly place: Place;
  /** Not every value is of the type, such as words on a `number`: the emitted type is `string` (dialect.md §13.1). */
  readonly textual?: true;
}

export interface ValueItem {
  readonly value: string;
  readonly text?: string;
  readonly place: Place;
}

/** Whose key, read from the tooltip (dialect.md §9). */
export type KeyOwner = 'platform' | 'merchant' | 'bank' | 'apiv3' | 'apikey-digest';

export interface Encoding extends Provided<'by-json_encode' | 'by-urlencode'> {
  /** The page has no mark, yet rows of content follow the plain string: it is read as JSON text (dialect.md §11). */
  readonly implied?: true;
}

export interface Encryption {
  readonly kind: 'by-rsa-pubkey' | 'by-aes-gcm' | 'by-aes-ecb';
  readonly key: KeyOwner;
  /** The tooltip as written, if any. */
  readonly tooltip?: string;
  readonly place: Place;
}

export interface Content {
  readonly format: 'json' | 'xml' | 'urlencoded';
  /**
   * `object`: the fields are keys. `list`: the value is that of the single field, whose name is only a label; it is a list unless
   * the row stands at the depth of the string itself (dialect.md §11). `either`: nothing tells which of the two (design.md §4).
   */
  readonly shape: 'object' | 'list' | 'either';
  readonly fields: readonly Field[];
  /** Of the separator row. */
  readonly place: Place;
}

/** What a call answers (dialect.md §12, §15). */
export type Answer =
  | {
      readonly kind: 'fields';
      readonly format: 'json' | 'xml';
      readonly status: 200;
      readonly fields: readonly Field[];
      readonly place: Place;
    }
  | { readonly kind: 'empty'; readonly status: 204 | 202; readonly place: Place }
  /** An unsigned stream; `fields` are those of the XML that arrives instead on failure (`异常字典`), else none. */
  | {
      readonly kind: 'stream';
      readonly status: 200;
      readonly media: 'data' | 'pdf' | 'image';
      readonly fields: readonly Field[];
      readonly place: Place;
    }
  | { readonly kind: 'redirect'; readonly status: 302; readonly place: Place };

/** What the description states in words (dialect.md §13.3, design.md §4). */
export interface ProseMetadata {
  readonly rateLimits: readonly RateLimit[];
  /** In days, as stated. */
  readonly idempotencyDays?: number;
  /** `403-NOT_ENOUGH` as `{status: 403, code: 'NOT_ENOUGH'}`. */
  readonly errorCodes: readonly { readonly status: number; readonly code: string }[];
}

export interface RateLimit {
  readonly limit: number;
  readonly per: 'second' | 'minute' | 'hour' | 'day';
  /** The words before the number, such as the scope; may be empty. */
  readonly scope: string;
}

export interface Webhook extends Common {
  readonly kind: 'webhook';
  /** The file name without `.md`. */
  readonly name: string;
  /** Values of the `event_type` row; v2 pages without one have their name. */
  readonly eventTypes: readonly string[];
  /** Rows of the notification at depth 0 (`headers`, `body`). */
  readonly request: readonly Field[];
  /** Rows of the reply at depth 0 (`status`, `headers`, `body`). */
  readonly reply: readonly Field[];
  readonly replyPlace: Place;
  readonly alerts: readonly { readonly title: string; readonly items: readonly string[]; readonly place: Place }[];
  /** Numbered notes. */
  readonly notes: readonly { readonly text: string; readonly anchor?: string; readonly place: Place }[];
}

export interface Deprecation {
  readonly status: 'deprecated' | 'discarded' | 'redesigned';
  readonly date?: string;
  readonly successors: readonly string[];
  readonly text: string;
  readonly place: Place;
}

export interface ApiNotice {
  readonly status: string;
  readonly date?: string;
  readonly successors: readonly string[];
  readonly text: string;
  readonly place: Place;
}

export interface ApiLink {
  readonly text: string;
  readonly url: string;
  readonly place: Place;
}

/** One sample program. The six of an operation usually make the same call; then only the first carries `input`. */
export interface ApiSample {
  readonly label: string;
  /** Of its first line. */
  readonly place: Place;
  /** How many lines it has, so that it can be shown: its text stays in the page. */
  readonly lines: number;
  /** The argument of the call. Absent where the program makes no SDK call, or the same one as the first sample. */
  readonly input?: SampleValue;
}

/** A value of a sample as JSON; what is no literal is `{ expression: code }`, and an encoded argument `{ encoded: value }`. */
export type SampleValue =
  | { readonly literal: string | number | boolean | null }
  | { readonly list: readonly SampleValue[] }
  | { readonly map: readonly { readonly key: string; readonly value: SampleValue }[] }
  | { readonly encoded: SampleValue; readonly by: 'json' | 'urlencode' }
  | { readonly expression: string };

export interface ApiPreset {
  readonly label: string;
  readonly entries: SampleValue;
  readonly place: Place;
}
