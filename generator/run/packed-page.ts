import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ApiPage } from '../model/api.js';
import { factsOf, type PageFacts } from '../model/page-facts.js';
import { visibleJson } from '../report/print-json.js';
import { cacheKey } from './page-cache.js';

/** A page as it waits for its turn: the models of all pages would not fit into memory side by side. */
export interface PackedPage {
  readonly facts: PageFacts;
  /** Hash of its model: of all that its files are made from. */
  readonly model: string;
  /** JSON of its model, deflated. */
  readonly packed: Uint8Array;
  /** The JSON has nothing that `visibleJson` would change. */
  readonly visible: boolean;
}

/** @param json of the page, where it is at hand */
export function packPage(page: ApiPage, json = JSON.stringify(page)): PackedPage {
  return {
    facts: factsOf(page),
    model: cacheKey(json),
    // A copy, as long as its content: what zlib returns is a part of something larger. More than level 1 takes time and brings little.
    packed: new Uint8Array(deflateRawSync(json, { level: 1 })),
    visible: visibleJson(json) === json,
  };
}

export function unpackPage(packed: Uint8Array): ApiPage {
  // Packed by `packPage`.
  return JSON.parse(unpackJson(packed).toString()) as ApiPage;
}

export function unpackJson(packed: Uint8Array): Buffer {
  return inflateRawSync(packed);
}
