import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Runs something against a server on loopback that may misbehave in any way.
 *
 * @param listen What the server does with each request; the number counts them from 1.
 */
export async function withRawServer<Value>(
  listen: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  run: (origin: string) => Promise<Value>,
): Promise<Value> {
  let count = 0;
  const server = createServer((request, response) => listen(request, response, ++count));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    // A listening TCP server has an address with a port.
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
