import { payloads, type Payload } from './payloads.js';
import { positions, type Position } from './positions.js';

/** One text in one place. */
export interface Trial {
  readonly position: Position;
  readonly payload: Payload;
  /** By path relative to the specs folder. */
  readonly files: Readonly<Record<string, string>>;
  /** The same with a harmless word in the place. */
  readonly plain: Readonly<Record<string, string>>;
}

/** Every payload in every position; no two trials share a file. */
export const trials: readonly Trial[] = positions.flatMap((position, p) =>
  payloads.map((payload, q) => {
    const at = `p${String(p)}q${String(q)}`;
    return { position, payload, files: position.write(payload.text, at), plain: position.write('plain', at) };
  }),
);

/** A part of the trials in which every payload and every position occurs, for what is slow. */
export const fewTrials: readonly Trial[] = trials.filter(
  ({ position, payload }) => (positions.indexOf(position) + payloads.indexOf(payload)) % 7 === 0,
);
