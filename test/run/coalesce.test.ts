import { expect, test } from 'vitest';
import { coalesce } from '../../generator/run/coalesce.js';

test('calls that come before things settle make one run', async () => {
  const { calm, settle } = untilCalm();
  let runs = 0;
  const call = coalesce(settle, async () => void (runs += 1));
  const ends = [call(), call(), call()];
  calm();
  await Promise.all(ends);
  expect(runs).toBe(1);
});

test('calls that come during a run make one more', async () => {
  let runs = 0;
  const call = coalesce(
    () => Promise.resolve(),
    async () => {
      runs += 1;
      if (runs === 1) {
        void call();
        void call();
      }
    },
  );
  await call();
  expect(runs).toBe(2);
});

test('a call after the end makes a run of its own', async () => {
  let runs = 0;
  const call = coalesce(
    () => Promise.resolve(),
    async () => void (runs += 1),
  );
  await call();
  await call();
  expect(runs).toBe(2);
});

function untilCalm(): { calm(): void; settle(): Promise<void> } {
  let calm = (): void => {};
  const settled = new Promise<void>((resolve) => {
    calm = resolve;
  });
  return { calm: () => calm(), settle: () => settled };
}
