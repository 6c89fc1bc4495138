import { afterAll, describe, expect, it } from 'vitest';
import { findingsOf } from './fuzz.js';
import { targets } from './targets.js';

describe.each(Object.entries(targets))('what fuzzing of `%s` began with, and once found', (name, target) => {
  afterAll(() => target.stop?.());

  it.each([...target.seeds, ...findingsOf(name)].map((text) => [text]))('is read or refused: %j', async (text) => {
    expect([true, false]).toContain(await target.run(text));
  });
});
