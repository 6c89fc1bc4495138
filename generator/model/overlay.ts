import type { Place } from '../diagnostics/place.js';
import type { Encryption, KeyOwner, TypeWord } from './api.js';

/** One correction of the model, from an overlay file: pages stay as they are. */
export interface OverlayEntry {
  /** The overlay file, as diagnostics name it. */
  readonly file: string;
  /** Of the first key of the entry. */
  readonly place: Place;
  /** `POST /v3/refunds`, `WEBHOOK v3/REFUND.SUCCESS`. */
  readonly operation: OverlayText;
  /** Why the page is wrong, for whoever meets the correction later. */
  readonly reason: string;
  readonly action: OverlayAction;
}

export type OverlayAction = FieldAction | AddPathParameter;

export type FieldAction = SetField | AddField | RemoveField;

export interface SetField {
  readonly kind: 'set';
  readonly field: OverlayAddress;
  readonly change: FieldChange;
}

export interface AddField {
  readonly kind: 'add';
  readonly field: OverlayAddress;
  readonly change: FieldChange & { readonly type: OverlayType };
}

export interface RemoveField {
  readonly kind: 'remove';
  readonly field: OverlayAddress;
}

export interface AddPathParameter {
  readonly kind: 'add-path-parameter';
  readonly name: OverlayText;
  readonly change: FieldChange;
}

export interface OverlayText {
  readonly text: string;
  readonly place: Place;
}

/** A field by its row path, container first: `json.goods_detail[].quantity`. `[]` may be left out. */
export interface OverlayAddress extends OverlayText {
  /** The table the row is in; for webhooks `request` is the notification and `response` the reply. */
  readonly side: 'request' | 'response';
}

export interface OverlayType {
  readonly type: TypeWord;
  readonly list: boolean;
}

/** What an entry says of a field; what it does not name stays. */
export interface FieldChange {
  readonly required?: boolean;
  readonly type?: OverlayType;
  /** An empty list removes the values. */
  readonly values?: readonly string[];
  /** `false` removes the mark. Without `key`, the owner follows from the direction of the message. */
  readonly encryption?: false | { readonly kind: Encryption['kind']; readonly key?: KeyOwner };
  readonly description?: string;
}
