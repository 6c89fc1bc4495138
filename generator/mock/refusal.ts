import { buildXml } from '../../templates/testing/xml.js';
import { makeError } from '../../templates/testing/make-answer.js';
import type { JsonObject } from '../../templates/testing/json.js';
import type { WireAnswer } from '../../templates/testing/server.js';

/** Why a request is not carried out. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** What is known about it; names the page and the line. */
  readonly detail?: JsonObject;
}

/** The refusal in the platform's shape: JSON in v3, the return code of the XML in v2 (runtime-requirements.md §7, §10). */
export function refuse({ status, code, message, detail }: Refusal, protocol: 'v2' | 'v3'): WireAnswer {
  if (protocol === 'v3') return makeError(status, { code, message, ...(detail !== undefined && { detail }) });
  const place = typeof detail?.['page'] === 'string' ? ` (${detail['page']}:${String(detail['line'])})` : '';
  return {
    status: 200,
    headers: { 'Content-Type': 'text/xml' },
    body: buildXml({ return_code: 'FAIL', return_msg: `${code}: ${message}${place}` }),
  };
}
