import type { Place } from '../diagnostics/place.js';
import type { PhpValue } from './php-value.js';

/** A word of the page and where it stands. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** A link as written. `url` is never resolved. */
export interface Link {
  readonly text: string;
  readonly url: string;
  readonly place: Place;
}

/** One page of the dialect (dialect.md §2), read but not yet understood as an API. Plain data. */
export interface Page {
  /** Relative to the specs folder, `/` between segments: `openapi/v3/refunds.md`. */
  readonly file: string;
  readonly kind: 'single' | 'mix' | 'stub' | 'index';
  /** Of the front matter, or the `{#mix}` heading. */
  readonly title?: Placed<string>;
  readonly description?: Placed<string>;
  /** Stub pages: the site path of the new page, as in `title: Moved to …`. */
  readonly movedTo?: Placed<string>;
  /** One per heading with a verb anchor, in page order. */
  readonly sections: readonly Section[];
  /** Every link of the page outside code, in page order. */
  readonly links: readonly Link[];
}

export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The blocks below one heading with a verb anchor (dialect.md §3). */
export interface Section {
  readonly verb: Placed<Verb>;
  /** Interpolations of the front matter are already replaced. */
  readonly title: Placed<string>;
  readonly description?: Placed<string>;
  readonly notices: readonly Notice[];
  readonly alerts: readonly Alert[];
  readonly request?: Table;
  readonly notes: readonly Note[];
  readonly samples: readonly Sample[];
  readonly presets: readonly Preset[];
  readonly response?: Table;
  /** Links of the footer, in order. */
  readonly footer: readonly Link[];
}

/** A status container (dialect.md §6). */
export interface Notice {
  readonly kind: 'warning' | 'danger';
  /** Without the `im-` prefix: `deprecated`, `redesigned`, `discarded`, `privated` … */
  readonly status: string;
  /** As written: `2022.09.08` or `2020年`. */
  readonly date?: string;
  readonly verb?: string;
  readonly successors: readonly Link[];
  readonly text: string;
  readonly place: Place;
}

/** `> [!IMPORTANT] …` (dialect.md §6). */
export interface Alert {
  readonly title: string;
  readonly items: readonly Placed<string>[];
  readonly place: Place;
}

/** A numbered note of a webhook (dialect.md §18). */
export interface Note {
  readonly text: string;
  readonly anchor?: string;
  readonly place: Place;
}

/** A request or response table (dialect.md §7). */
export interface Table {
  readonly keyword: '请求参数' | '返回字典' | '应答规范' | '异常字典';
  /** Of the header row. */
  readonly place: Place;
  /** Rows at depth 0; all others hang below them. */
  readonly rows: readonly Row[];
  /** The one spanning row of a table without fields (dialect.md §12). */
  readonly spanning?: Spanning;
}

export interface Spanning {
  readonly kind: 'no-content' | 'file-stream' | 'redirect' | 'other';
  readonly text: string;
  readonly place: Place;
}

/** A field row with everything below it (dialect.md §8 to §11, §13). */
export interface Row {
  /** Repaired where design.md §2.3 allows it. */
  readonly name: string;
  /** Of the name without its attributes. */
  readonly place: Place;
  /** The whole row, for code frames that replace it. */
  readonly rowPlace: Place;
  readonly required: boolean;
  readonly type: TypeCell;
  readonly description: Description;
  /** Rows one level deeper that describe the value itself. No two rows of a list share a name. */
  readonly children: readonly Row[];
  /** Rows that describe what is inside the encoded or encrypted string. */
  readonly decoded?: DecodedRows;
  /** Further shapes of the field with this name, each introduced by a separator (dialect.md §11, "alternative"). */
  readonly alternatives: readonly Row[];
}

export interface DecodedRows {
  /** Of the separator row. */
  readonly place: Place;
  readonly rows: readonly Row[];
  /**
   * The single row stands at the depth of the string itself and only names its content: the children of the row (and of its
   * alternatives) are the decoded value (dialect.md §11, "decode, same depth").
   */
  readonly label?: true;
}

export type TypeWord = 'string' | 'integer' | 'number' | 'float' | 'boolean' | 'true' | 'object';

/** A type cell (dialect.md §9). */
export interface TypeCell {
  /** `string` where the word is missing or unknown; then a diagnostic was reported. */
  readonly word: TypeWord;
  /** Written with `[]`. */
  readonly list: boolean;
  readonly place: Place;
  readonly tooltip?: Placed<string>;
  readonly encrypted?: Placed<'by-rsa-pubkey' | 'by-aes-gcm' | 'by-aes-ecb'>;
  readonly encoded?: Placed<'by-json_encode' | 'by-urlencode'>;
  readonly signed?: Placed<'by-rsa-privatekey'>;
}

/** A description cell (dialect.md §13). */
export interface Description {
  /** `<br/>` as line feed, code spans with their backticks, other inline markup as its text, `\|` as `|`. Empty if the cell is. */
  readonly text: string;
  readonly place: Place;
  /** A list of values (§13.1); a value that repeats stands once. */
  readonly values?: ValueList;
  /** §13.2. */
  readonly constant?: Placed<string>;
  readonly default?: Placed<string>;
  readonly links: readonly Link[];
}

export interface ValueList {
  readonly form: 'one-of' | 'single' | 'blank-separated' | 'explained';
  readonly values: readonly ListedValue[];
  readonly place: Place;
}

export interface ListedValue {
  readonly value: string;
  /** Explained lists only. */
  readonly text?: string;
  readonly place: Place;
}

/** One fence of the first code group (dialect.md §16). */
export interface Sample {
  readonly label: string;
  readonly code: string;
  /** Of the first line of code. */
  readonly place: Place;
  /** The call the program makes; absent where it makes none or does not parse. */
  readonly call?: SampleCall;
}

export interface SampleCall {
  readonly style: 'chain' | 'declarative' | 'property';
  readonly async: boolean;
  readonly verb: Verb;
  /** `v3/pay/transactions/{id}`, without leading slash. */
  readonly template: string;
  /**
   * The array literal given to the call, its variables and `\json_encode` calls followed where that is possible. Samples that
   * agree as text share one object.
   */
  readonly options: PhpValue;
  /** What the statements after the call tell of the answer (dialect.md §16.5). */
  readonly answer: 'json' | 'xml' | 'status-204' | 'status-202' | 'none';
}

/** One fence of the second code group: entries for one field (dialect.md §16.6). */
export interface Preset {
  readonly label: string;
  readonly entries: PhpValue;
  readonly place: Place;
}
