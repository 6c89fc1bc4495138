import { bytesOf, isUploadFile, mediaTypeOf } from './upload-file.js';

/** A body of `multipart/form-data`. */
export interface Multipart {
  /** With the boundary, which is not quoted. */
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * Writes texts, then files (runtime-requirements.md §9). Names are quoted; `meta` is announced as JSON. Of a list each element is
 * a part.
 *
 * @param boundary Letters and digits that occur in no part.
 */
export async function buildMultipart(parts: Readonly<Record<string, unknown>>, boundary: string): Promise<Multipart> {
  const present = Object.entries(parts)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((element: unknown) => [name, element] as const))
    .filter(([, value]) => value !== undefined && value !== null);
  const chunks: Buffer[] = [];
  for (const [name, value] of present) {
    if (isUploadFile(value)) continue;
    const type = name === 'meta' ? '\r\nContent-Type: application/json' : '';
    chunks.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${type}\r\n\r\n${String(value)}\r\n`));
  }
  for (const [name, value] of present) {
    if (!isUploadFile(value)) continue;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(value.name)}"\r\nContent-Type: ${inLine(mediaTypeOf(value))}\r\n\r\n`;
    chunks.push(Buffer.from(head), Buffer.from(await bytesOf(value)), Buffer.from('\r\n'));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(chunks) };
}

/** As browsers do. */
function quoted(name: string): string {
  return inLine(name).replaceAll('"', '%22');
}

/** What comes from a file of a stranger adds no header. */
function inLine(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
