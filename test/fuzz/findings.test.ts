import { describe, expect, it } from 'vitest';
import { findingsOf } from './fuzz.js';
import { targets } from './targets.js';

describe.each(Object.entries(targets))('what fuzzing of `%s` began with, and once found', (name, target) => {
  it.each([...target.seeds, ...findingsOf(name)].map((text) => [text]))('is read or refused: %j', (text) => {
    expect(() => target.run(text)).not.toThrow();
  });
});
