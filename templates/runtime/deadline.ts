import { AbortError, TimeoutError } from './errors.js';

/** What a timer of Node can wait; with more it would go off at once. */
const LONGEST = 2 ** 31 - 1;

/** The end of a call: its time runs out, or the caller's signal ends it. */
export class Deadline {
  /** Aborts at the end. */
  readonly signal: AbortSignal;
  readonly #caller: AbortSignal | undefined;
  readonly #milliseconds: number;
  readonly #timer: NodeJS.Timeout;
  readonly #ended: Promise<never>;
  readonly #end: number;

  constructor(milliseconds: number, caller: AbortSignal | undefined) {
    const controller = new AbortController();
    this.signal = caller ? AbortSignal.any([caller, controller.signal]) : controller.signal;
    this.#caller = caller;
    this.#milliseconds = milliseconds;
    this.#timer = setTimeout(() => controller.abort(), Math.min(milliseconds, LONGEST));
    this.#ended = new Promise((_, reject) => {
      if (this.signal.aborted) reject();
      else this.signal.addEventListener('abort', reject);
    });
    // A call that ended well before has nobody waiting for this.
    this.#ended.catch(() => undefined);
    this.#end = performance.now() + milliseconds;
  }

  /** Milliseconds left, also when the clock of the machine was set meanwhile. */
  get remaining(): number {
    return this.#end - performance.now();
  }

  /**
   * Waits for a promise, at most until the end.
   *
   * @param outcome What an end now would mean.
   * @throws {TimeoutError | AbortError} At the end.
   */
  async race<Value>(promise: Promise<Value>, outcome: 'not-sent' | 'unknown'): Promise<Value> {
    try {
      // The end first: a call that is over before it begins sends nothing.
      return await Promise.race([this.#ended, promise]);
    } catch (error) {
      if (!this.signal.aborted) throw error;
      if (this.#caller?.aborted) throw new AbortError('The signal ended the call', { outcome, cause: this.#caller.reason });
      throw new TimeoutError(`The call did not end within ${this.#milliseconds} ms`, { outcome });
    }
  }

  /** Stops the time. The caller's signal keeps its effect on a stream that is still read. */
  clear(): void {
    clearTimeout(this.#timer);
  }
}
