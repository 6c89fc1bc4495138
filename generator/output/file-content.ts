/** What a file holds. A large one comes in parts, anew each time they are asked for. */
export type FileContent = string | Iterable<Uint8Array>;
