import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real HTTP server on loopback that keeps what it is sent, and answers as it is told. */
export async function openReceiver(statusOf: (call: Call, times: number) => number = () => 204) {
  const calls: Call[] = [];
  const server = createServer(async (req, res) => {
    const call = { path: req.url ?? '', headers: req.headers, body: await text(req) };
    calls.push(call);
    res.writeHead(statusOf(call, calls.length)).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  return {
    calls,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
