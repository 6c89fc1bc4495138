import type { Clock } from './clock.js';
import { AbortError, TimeoutError } from './errors.js';

/** The end of a call: its time runs out, or the caller's signal ends it. */
export class Deadline {
  readonly #timeout = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #caller: AbortSignal | undefined;
  readonly #clock: Clock;
  readonly #end: number;
  readonly #milliseconds: number;
  /** Aborts at the end. */
  readonly signal: AbortSignal;

  constructor(clock: Clock, milliseconds: number, caller: AbortSignal | undefined) {
    this.#clock = clock;
    this.#end = clock.now() + milliseconds;
    this.#milliseconds = milliseconds;
    this.#timer = setTimeout(() => this.#timeout.abort(), milliseconds);
    this.#caller = caller;
    this.signal = caller ? AbortSignal.any([caller, this.#timeout.signal]) : this.#timeout.signal;
  }

  /** Milliseconds left. */
  get remaining(): number {
    return this.#end - this.#clock.now();
  }

  /**
   * Waits for a promise, at most until the end.
   *
   * @param outcome What an end now would mean.
   * @throws {TimeoutError | AbortError} At the end.
   */
  async race<Value>(promise: Promise<Value>, outcome: 'not-sent' | 'unknown'): Promise<Value> {
    let abort: (() => void) | undefined;
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(new Error('aborted'));
      if (this.signal.aborted) abort();
      else this.signal.addEventListener('abort', abort);
    });
    try {
      return await Promise.race([promise, aborted]);
    } catch (error) {
      if (!this.signal.aborted) throw error;
      if (this.#caller?.aborted) throw new AbortError('The signal ended the call', { outcome, cause: this.#caller.reason });
      throw new TimeoutError(`The call did not end within ${this.#milliseconds} ms`, { outcome, cause: undefined });
    } finally {
      if (abort) this.signal.removeEventListener('abort', abort);
    }
  }

  /** Stops the time. The caller's signal keeps its effect on a stream that is still read. */
  clear(): void {
    clearTimeout(this.#timer);
  }
}
