import type { Receive } from './operation.js';

/** Hands on a file that arrives unsigned, as its page says, without buffering it. */
export const receiveStream: Receive = async (_merchant, _operation, response) => response.body ?? new Blob([]).stream();
