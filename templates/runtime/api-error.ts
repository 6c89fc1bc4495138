import { ApiError } from './errors.js';
import { parseJson } from './parse-json.js';
import { readBody } from './read-body.js';
import { isObject } from './validation.js';

/** Makes an error of an answer that is not 2xx, whatever its body is: JSON, the HTML of a gateway, or nothing. */
export async function apiErrorFrom(operation: string, response: Response, now: number): Promise<ApiError> {
  const { status } = response;
  const parsed = parseJson(await readBody(response).catch(() => ''));
  const { code, message, detail } = isObject(parsed) ? parsed : {};
  const field = isObject(detail) && typeof detail['field'] === 'string' ? ` (${detail['field']})` : '';
  return new ApiError({
    outcome: status >= 400 && status < 500 ? 'refused' : 'unknown',
    status,
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message + field : '',
    detail,
    requestId: response.headers.get('Request-ID') ?? undefined,
    operation,
    retryAfter: retryAfterOf(response, now),
  });
}

/** Seconds, or a date, which is one of the platform's clock: that of this machine may differ. */
function retryAfterOf({ headers }: Response, now: number): number | undefined {
  const header = headers.get('Retry-After') ?? '';
  const sent = Date.parse(headers.get('Date') ?? '');
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - (Number.isNaN(sent) ? now : sent);
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
