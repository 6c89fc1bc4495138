/** Calls a hook of the user. What it throws is dropped: the answer of a payment is worth more than a report. */
export function tell<Fact>(hook: ((fact: Fact) => void) | undefined, fact: Fact): void {
  try {
    hook?.(fact);
  } catch {
    // Of no concern to the call.
  }
}
