/** A part of docwright or of the SDK that reads what others wrote. */
export interface Target {
  /**
   * @returns whether the input was read to its end. One that is refused properly is fine, but reaches little.
   * @throws {Error} if something is wrong
   */
  run(text: string): boolean | Promise<boolean>;
  /** Ends what inputs are sent to. */
  readonly stop?: () => Promise<void>;
  /** Inputs to begin with. */
  readonly seeds: readonly string[];
  /** What the language of the input is made of. */
  readonly words: readonly string[];
}
