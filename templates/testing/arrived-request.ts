import type { IncomingMessage } from 'node:http';

/** A request as it came over the wire. */
export interface ArrivedRequest {
  /** Upper case. */
  readonly method: string;
  /** Path and query exactly as sent, percent-encoded. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Waits for the whole body. */
export async function readRequest(message: IncomingMessage): Promise<ArrivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const headers = Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]);
  return { method: message.method ?? '', target: message.url ?? '', headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
}

/** The path without the query. */
export function pathOf({ target }: ArrivedRequest): string {
  return target.split('?', 1)[0] ?? '';
}

/** The query as parameters. */
export function queryOf({ target }: ArrivedRequest): URLSearchParams {
  const start = target.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : target.slice(start + 1));
}
