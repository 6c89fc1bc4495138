/** One part of a `multipart/form-data` body. */
export interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly contentType?: string;
  readonly body: Buffer;
}

/**
 * The parts of a `multipart/form-data` body in their order (runtime-requirements.md §9).
 *
 * @returns `undefined` if the content type names no boundary, a part has no name, or the end is missing
 */
export function parseMultipart(body: Buffer, contentType: string): Part[] | undefined {
  const boundary = /^multipart\/form-data;\s*boundary=([^\s";]+)$/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const delimiter = `--${boundary}`;
  // Latin-1 keeps one character per byte, so that positions in the text are positions in the bytes.
  const text = body.toString('latin1');
  if (!text.startsWith(`${delimiter}\r\n`)) return undefined;
  const parts: Part[] = [];
  let start = delimiter.length + 2;
  for (;;) {
    const end = text.indexOf(`\r\n${delimiter}`, start);
    const headEnd = text.indexOf('\r\n\r\n', start);
    if (end === -1 || headEnd === -1 || headEnd > end) return undefined;
    const part = readPart(body.subarray(start, headEnd).toString(), body.subarray(headEnd + 4, end));
    if (part === undefined) return undefined;
    parts.push(part);
    const after = text.slice(end + 2 + delimiter.length, end + 4 + delimiter.length);
    if (after === '--') return parts;
    if (after !== '\r\n') return undefined;
    start = end + 4 + delimiter.length;
  }
}

function readPart(head: string, body: Buffer): Part | undefined {
  const disposition = /^content-disposition: form-data; name="([^"]+)"(?:; filename="([^"]*)")?$/im.exec(head);
  if (disposition?.[1] === undefined) return undefined;
  const contentType = /^content-type: (.+)$/im.exec(head)?.[1];
  return {
    name: disposition[1],
    ...(disposition[2] !== undefined && { filename: disposition[2] }),
    ...(contentType !== undefined && { contentType }),
    body,
  };
}
