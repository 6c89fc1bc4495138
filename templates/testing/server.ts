import { createServer, type Server, type ServerResponse } from 'node:http';
import { readRequest, type ArrivedRequest } from './arrived-request.js';

/** What goes back over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Respond = (request: ArrivedRequest) => WireAnswer | Promise<WireAnswer>;

export interface RunningServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Ends open connections, too. */
  close(): Promise<void>;
}

/**
 * A server on the loopback interface.
 *
 * @param respond makes the answer of a request; if it throws, the answer is 500 with its message
 * @param port (default: 0) 0 takes a free one
 */
export async function startServer(respond: Respond, port = 0): Promise<RunningServer> {
  const server = createServer((message, response) => {
    readRequest(message)
      .then(respond)
      .catch((error: unknown): WireAnswer => ({ status: 500, headers: { 'Content-Type': 'text/plain' }, body: String(error) }))
      .then(
        (answer) => send(response, answer),
        () => response.destroy(),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { origin: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

function send(response: ServerResponse, { status, headers, body }: WireAnswer): void {
  response.writeHead(status, headers);
  response.end(body);
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen on a port.');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
