import { hashContent } from './content-hash.js';
import { formatText } from './format.js';
import { addHeader, type Origin } from './header.js';
import { sealText } from './seal.js';

/** A file as it will stand in the output folder. */
export interface OutputFile {
  /** Relative to the output folder, `/` between segments. */
  readonly path: string;
  readonly text: string;
  /** Of the text before header and formatting, so that formatting can be skipped where nothing changed. */
  readonly raw: string;
  /** Of `text`. */
  readonly hash: string;
  /** Relative to the specs folder; absent for files that belong to no single page. */
  readonly page?: string;
}

/** Gives an emitted file its header, its format and its seal. */
export async function finishFile(file: { readonly path: string; readonly text: string }, origin: Origin): Promise<OutputFile> {
  const text = sealText(await formatText(file.path, addHeader(file.path, file.text, origin)));
  return {
    path: file.path,
    text,
    raw: hashContent(file.text),
    hash: hashContent(text),
    ...(origin.page === undefined ? {} : { page: origin.page }),
  };
}
