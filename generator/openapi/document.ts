/** The parts of OpenAPI 3.1 that the export writes (design.md §3). */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly OpenApiServer[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks: Readonly<Record<string, PathItem>>;
}

export interface OpenApiServer {
  readonly url: string;
}

export type PathItem = Readonly<Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', OpenApiOperation>>>;

export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly deprecated?: true;
  readonly externalDocs?: { readonly url: string };
  readonly servers?: readonly OpenApiServer[];
  readonly parameters?: readonly OpenApiParameter[];
  readonly requestBody?: OpenApiRequestBody;
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
  /** Present on XML calls, whose paths have no `/v2` on the wire. */
  readonly 'x-protocol'?: 'v2';
  /** The merchant's TLS client certificate is needed. */
  readonly 'x-client-certificate'?: true;
  /** No `nonce_str` is added. */
  readonly 'x-nonceless'?: true;
  /** The fragment of the URL. */
  readonly 'x-fragment'?: string;
  /** Rows of the request table that are neither a group nor a parameter of the URL, as members: they are no part of the message. */
  readonly 'x-stray'?: Schema;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: true;
  readonly description?: string;
  /** Absent where there is `content`. */
  readonly schema?: Schema;
  /** Of what is text of another form. */
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly example?: Example;
}

export type Example = string | number | boolean | readonly Example[];

/** A value as JSON has it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

export interface OpenApiRequestBody {
  readonly description?: string;
  readonly required?: true;
  readonly content: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema: Schema;
  /** Of a parameter that is text of this form. */
  readonly example?: Plain;
  /** Multipart bodies: the media types of the parts that have one. */
  readonly encoding?: Readonly<Record<string, { readonly contentType: string }>>;
}

export interface OpenApiResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly required?: true; readonly description?: string; readonly schema: Schema }>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface Schema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  readonly format?: 'binary';
  readonly description?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly default?: string | number | boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly xml?: { readonly name: string };
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;
  readonly 'x-encrypted'?: 'by-rsa-pubkey' | 'by-aes-gcm' | 'by-aes-ecb';
  readonly 'x-encrypted-key'?: 'platform' | 'merchant' | 'bank' | 'apiv3' | 'apikey-digest';
  readonly 'x-signed'?: 'by-rsa-privatekey';
}
