import { makeKeys } from '../testing/keys.js';

/** One set of throw-away keys for all test files of a worker, for making them takes longer than most tests. */
export const keys = makeKeys();
