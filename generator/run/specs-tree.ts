import type { OverlayFile } from './read-overlays.js';

/** The pages of one revision, wherever they are kept. */
export interface SpecsTree {
  /** As the user named it. */
  readonly name: string;
  /** The specs folder: where it is, or would be if the revision were checked out. */
  readonly folder: string;
  readonly pages: readonly TreePage[];
  readonly overlays: readonly OverlayFile[];
  /** A file below the specs folder that is no page, such as one of accepted findings; `undefined` if there is none. */
  readText(file: string): string | undefined;
}

/** A page that nobody has read yet. */
export interface TreePage {
  /** Relative to the specs folder. */
  readonly file: string;
  /** Of its text (`hashContent`); absent where it cannot be read. */
  readonly hash?: string;
  /** Why it cannot be read. */
  readonly fault?: string;
  /** `undefined` where it is not UTF-8. */
  text(): string | undefined;
  /** Whether it still is what `hash` says; absent where it cannot change. */
  isCurrent?(): boolean;
}
