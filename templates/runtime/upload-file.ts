import { createHash } from 'node:crypto';

/** A file to upload. */
export interface UploadFile {
  /** With its ending, which tells the media type unless `type` does. */
  readonly name: string;
  readonly data: Uint8Array | Blob;
  /** Media type, such as `image/jpeg`. */
  readonly type?: string | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  bmp: 'image/bmp',
  gif: 'image/gif',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  csv: 'text/csv',
};

export function isUploadFile(value: unknown): value is UploadFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'data' in value &&
    (value.data instanceof Uint8Array || value.data instanceof Blob)
  );
}

export function mediaTypeOf({ name, type, data }: UploadFile): string {
  return (
    type ?? ((data instanceof Blob && data.type) || TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] || 'application/octet-stream')
  );
}

export async function bytesOf({ data }: UploadFile): Promise<Uint8Array> {
  return data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
}

/**
 * The digest of a file in lower-case hex, as pages ask for it beside the file.
 *
 * @param algorithm As Node names it (default: `sha256`); v2 uploads want `md5`, some pages `sm3`.
 */
export async function digestFile(file: UploadFile, algorithm = 'sha256'): Promise<string> {
  return createHash(algorithm)
    .update(await bytesOf(file))
    .digest('hex');
}
