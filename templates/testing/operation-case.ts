import type { JsonObject } from './json.js';
import type { Layer } from './layer.js';

/**
 * What a page says about the wire side of one operation, with values: enough to judge a request and to make the answer. Values are
 * plain, as users write and read them; `layers` tell what they look like on the wire.
 */
export interface OperationCase {
  readonly protocol: 'v2' | 'v3';
  readonly method: string;
  /** On the wire, `/` first, placeholders in braces; v2 without `/v2`. */
  readonly path: string;
  /** Its path comes first where the input has no `base_uri`. */
  readonly host?: string;
  /** A value for every field, by the groups of the page: `json`, `query`, `headers`, `xml`, `body`; path parameters on top. */
  readonly input: JsonObject;
  /** Of the request; paths begin with the group. */
  readonly layers?: readonly Layer[];
  /** Uploads: the names of the parts that hold files, which are no part of `input`. */
  readonly files?: readonly string[];
  /** v2: the group whose parameters carry a `sign`. */
  readonly signed?: 'xml' | 'query' | 'body';
  /** v2: the page says `nonceless`. */
  readonly nonceless?: true;
  readonly answer: AnswerCase;
}

export type AnswerCase =
  | {
      readonly kind: 'json' | 'xml';
      readonly body: JsonObject;
      readonly layers?: readonly Layer[];
      /** No signature travels with it: a v2 page without `sign` row, or one that answers JSON or nothing. */
      readonly unsigned?: true;
    }
  | { readonly kind: 'empty'; readonly status: 202 | 204; readonly unsigned?: true }
  /** `failure`: the XML that arrives instead when something is wrong. */
  | { readonly kind: 'stream'; readonly contentType: string; readonly failure?: JsonObject }
  | { readonly kind: 'redirect' };
