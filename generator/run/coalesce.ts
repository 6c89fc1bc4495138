/**
 * Makes one run of many calls: a call begins a run once things have settled; calls that come while it works lead to one more run,
 * however many they are.
 *
 * @param settle resolves when no more calls are to be expected for the moment
 * @param work must not reject
 * @returns resolves when all that was called for is done
 */
export function coalesce(settle: () => Promise<void>, work: () => Promise<void>): () => Promise<void> {
  let wanted = false;
  let under: Promise<void> | undefined;

  async function runAll(): Promise<void> {
    while (wanted) {
      await settle();
      wanted = false;
      await work();
    }
    under = undefined;
  }

  return () => {
    wanted = true;
    under ??= runAll();
    return under;
  };
}
