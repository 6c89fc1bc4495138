/** Writes a stream to a file, which appears under its name only when the stream has ended well. */
export async function saveStream(stream: ReadableStream<Uint8Array>, path: string): Promise<void> {
  // Here and not above: who imports the SDK has no need of them yet.
  const { open, rename, rm } = await import('node:fs/promises');
  const { pipeline } = await import('node:stream/promises');
  const part = `${path}.part`;
  try {
    // Opened before anything can fail: a file opened later would come back after its removal.
    const file = await open(part, 'w');
    await pipeline(stream, file.createWriteStream());
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
