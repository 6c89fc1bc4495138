import { inject } from 'vitest';

// Between two runs of a thread that stays, the mutant of the last one must not be heard.
const namespace: unknown = Reflect.get(globalThis, inject('globalNamespace' as never));
if (typeof namespace === 'object' && namespace !== null) Reflect.set(namespace, 'activeMutant', undefined);
