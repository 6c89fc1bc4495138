import { inject } from 'vitest';
// Loaded on first use, which could be a test with a mutant: what they set up then would stay.
import '../../templates/runtime/fetch-certificates.js';
import '../../templates/runtime/prove-notice.js';
import '../../templates/runtime/sign-test.js';

// In a thread that stays, the mutant of the last run must not be heard while tests are read.
const namespace: unknown = Reflect.get(globalThis, inject('globalNamespace' as never));
if (typeof namespace === 'object' && namespace !== null) Reflect.set(namespace, 'activeMutant', undefined);
