import { expect, it } from 'vitest';
import { wrongInputs } from '../../../templates/harness/wrong-inputs.js';

it('gives a field of several shapes nothing that another of its shapes may be', () => {
  expect(wrongInputs({ scene: { kind: 'A' }, size: 1 }, { optional: ['scene', 'size'], alternatives: ['scene'] })).toEqual([
    { fault: 'scene has another type', input: { scene: null, size: 1 } },
    { fault: 'size has another type', input: { scene: { kind: 'A' }, size: {} } },
  ]);
});
