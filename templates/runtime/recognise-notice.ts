import { ConfigError } from './errors.js';
import type { WebhookRoutes } from './operation.js';
import { parseJson } from './parse-json.js';
import { isObject } from './validation.js';

/**
 * Reads the type of a notification before anything is verified, only to choose the page that says how to verify.
 *
 * @returns The id of the page; `undefined` for a v3 notification that no page lists.
 * @throws {ConfigError} For a v2 notice that does not say what it is.
 */
export async function recogniseNotice(rawBody: Uint8Array | string, routes: WebhookRoutes): Promise<string | undefined> {
  const text = typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody);
  const isXml = text.trimStart().startsWith('<');
  const message = isXml ? (await import('./parse-xml.js')).parseXml(text) : parseJson(text);
  const type = isObject(message) && typeof message['event_type'] === 'string' ? message['event_type'] : undefined;
  const protocol = isXml ? 'v2' : 'v3';
  const listed = Object.entries(routes)
    .filter(([id, [types]]) => id.startsWith(`${protocol}/`) && type !== undefined && types.includes(type))
    .map(([id]) => id);
  const name = listed.find((id) => id === `${protocol}/${type}`) ?? listed[0];
  if (name === undefined && isXml) throw new ConfigError('Name the page of the notification: a v2 notice does not say what it is');
  return name;
}
