import type { ArrivedRequest } from '../../templates/testing/arrived-request.js';
import { expectedPath } from '../../templates/testing/check-request.js';
import { spreadLists } from '../../templates/testing/flat-lists.js';
import { isJsonList, isJsonObject, textOf, textsOf, type Json, type JsonObject } from '../../templates/testing/json.js';
import type { Keys } from '../../templates/testing/keys.js';
import type { OperationCase } from '../../templates/testing/operation-case.js';
import { signText } from '../../templates/testing/rsa.js';
import { sealLayers } from '../../templates/testing/seal-layers.js';
import { signParameters, signTypeOf } from '../../templates/testing/sign-parameters.js';
import { testFile } from '../../templates/testing/test-file.js';
import { buildXml } from '../../templates/testing/xml.js';

/** How a request deviates from a good one. */
export interface Deviation {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of what was signed. */
  readonly body?: string;
  /** Seconds that the caller's clock is off. */
  readonly clock?: number;
}

/** The request that a good client sends for an input, written without the SDK's runtime. */
export function wireRequest(operation: OperationCase, keys: Keys, { headers = {}, body, clock = 0 }: Deviation = {}): ArrivedRequest {
  const sealed = sealLayers(operation.input, operation.layers ?? [], keys);
  const query = operation.signed === 'query' ? signed(sealed['query'], keys) : sealed['query'];
  const target = expectedPath(operation, operation.input) + queryText(query);
  const payload = payloadOf(operation, sealed, keys);
  return {
    method: operation.method,
    target,
    headers: {
      ...lowerCased(textsOf(sealed['headers'])),
      ...(payload.contentType !== undefined && { 'content-type': payload.contentType }),
      ...(operation.protocol === 'v3' && {
        authorization: authorization(`${operation.method}\n${target}`, payload.signedBody, keys, clock),
        'wechatpay-serial': keys.platformSerial,
      }),
      ...headers,
    },
    body: Buffer.from(body ?? payload.body),
  };
}

interface Payload {
  readonly contentType?: string;
  readonly body: string;
  readonly signedBody: string;
}

function payloadOf(operation: OperationCase, sealed: JsonObject, keys: Keys): Payload {
  if (sealed['json'] !== undefined) {
    const body = JSON.stringify(sealed['json']);
    return { contentType: 'application/json', body, signedBody: body };
  }
  if (operation.signed === 'xml') {
    return {
      contentType: 'text/xml',
      body: buildXml(signed({ nonce_str: 'some-nonce', ...objectOf(sealed['xml']) }, keys)),
      signedBody: '',
    };
  }
  if (operation.files === undefined) return { body: '', signedBody: '' };
  const texts = operation.signed === 'body' ? signed(sealed['body'], keys) : textsOf(sealed['body']);
  const parts = Object.entries(texts).map(([name, text]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
  const files = operation.files.map((part) => {
    const disposition = `form-data; name="${part}"; filename="${testFile.name}"`;
    return `--x\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${testFile.type}\r\n\r\n${Buffer.from(testFile.data).toString()}\r\n`;
  });
  return {
    contentType: 'multipart/form-data; boundary=x',
    body: `${[...parts, ...files].join('')}--x--\r\n`,
    signedBody: texts['meta'] ?? '',
  };
}

function authorization(head: string, body: string, keys: Keys, clock: number): string {
  const timestamp = String(Math.floor(Date.now() / 1000) + clock);
  const nonce = '0123456789abcdef0123456789abcdef';
  const signature = signText(`${head}\n${timestamp}\n${nonce}\n${body}\n`, keys.merchant.privateKey);
  return `WECHATPAY2-SHA256-RSA2048 mchid="${keys.mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${keys.merchantSerial}"`;
}

function signed(values: Json | undefined, keys: Keys): Record<string, string> {
  const parameters = textsOf(spreadLists(objectOf(values)));
  return { ...parameters, sign: signParameters(parameters, keys.apiKey, signTypeOf(parameters)) };
}

function queryText(query: Json | undefined): string {
  const pairs = Object.entries(objectOf(query)).flatMap(([name, value]) =>
    (isJsonList(value) ? value : [value]).map((item) => `${name}=${encodeURIComponent(textOf(item))}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
