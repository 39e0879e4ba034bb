import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReceiver } from '../../packages/protocol/dist/index.js';

// The least that answers a pingback truthfully in form: bare `node:http`, the same receiver, the same reply of the same
// length, and an inbox that keeps nothing.
const receiver = createReceiver({
  accept: async () => ({ outcome: 'accepted', statusUrl: `${url}/status/${randomBytes(16).toString('base64url')}` }),
  pingbacks: async () => [],
});

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', async () => {
    const headers = request.headers as Record<string, string>;
    const body = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    const reply = await receiver.receive({ method: request.method ?? '', headers, body, caller: {} });
    response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
    response.end(reply.body);
  });
});
let url = '';
server.listen(0, '127.0.0.1', () => {
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  console.log(url);
});
