import { describe, expect, it } from 'vitest';
import { readPingReply } from '../../src/pingback/outcome.ts';
import { captureNames, pingRequests, readCapture } from '../support/captures.ts';
import { reply } from '../support/http.ts';
import { send } from '../support/receiving.ts';

const TARGET = 'http://127.0.0.1:8082/hello-world/';

describe('programs of the field, replayed', () => {
  const clients = captureNames('client-').filter((name) => !name.includes('gzip'));

  it.each(clients)('%s is accepted', async (name) => {
    const requests = pingRequests(name);
    expect(requests.length).toBeGreaterThan(0);
    for (const { body, headers } of requests) {
      const answer = await send(body, { headers });
      expect(answer.text).not.toContain('fault');
      expect(answer.accepted[0]?.target).toBe(TARGET);
      expect(answer.accepted[0]?.source).toMatch(
        /^http:\/\/127\.0\.0\.1:9100\/s\/[a-z0-9-]+%C3%[0-9A-F]{2}.*\?a=1&to=http%3A/,
      );
    }
  });

  it('a compressed request is 415', async () => {
    const [request] = pingRequests('client-python-gzip-request.txt');
    expect(request).toBeDefined();
    if (request !== undefined) expect((await send(request.body, { headers: request.headers })).status).toBe(415);
  });

  it('WordPress pings WordPress', async () => {
    const [request] = pingRequests('wp-01-wp-to-wp-pingback-via-cron.txt').filter(
      ({ headers }) => headers['content-type'] === 'text/xml',
    );
    expect(request).toBeDefined();
    if (request !== undefined)
      expect((await send(request.body, { headers: request.headers })).accepted).toHaveLength(1);
  });
});

/** How many of the recorded replies mean what; the recorded clients printed the same. */
const REPLIES: readonly [string, Readonly<Record<string, number>>][] = [
  ['wp-02-server-faults-python.txt', { delivered: 14, already: 1, refused: 28 }],
  ['wp-03-server-faults-inner-codes.txt', { delivered: 14, already: 1, refused: 28 }],
  ['wp-05-server-flood-check-stock.txt', { delivered: 1, later: 2 }],
  ['wp-10-server-duplicate-409-vs-48.txt', { delivered: 5, already: 5 }],
];

describe('replies of WordPress, read', () => {
  it.each(REPLIES)('%s', (name, expected) => {
    const counts: Record<string, number> = {};
    for (const { side, start, headers, body } of readCapture(name)) {
      if (side !== 'SERVER' || headers['content-type'] !== 'text/xml; charset=UTF-8') continue;
      const status = Number(start.split(' ')[1]);
      const { outcome } = readPingReply(
        reply('http://127.0.0.1:8082/xmlrpc.php', { status, headers: Object.entries(headers), body }),
      );
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  });
});

/** The odd requests of the recording, in order: HTTP status, or fault code, or 200 for a ping that is accepted. */
const ODD: readonly [string, number][] = [
  ['string', 200],
  ['untyped value', 200],
  ['base64 as type, holding no base64', -32602],
  ['CDATA', 200],
  ['blanks around the URL', 200],
  ['no declaration', 200],
  ['mark first', 200],
  ['iso-8859-1', 200],
  ['UTF-16', -32701],
  ['newline before the declaration', 200],
  ['method name with blanks', 200],
  ['text/plain', 415],
  ['no Content-Type', 200],
  ['form type', 200],
  ['HTTP/1.0 without Host', 200],
  ['chunked', 200],
  ['gzip', 415],
  ['empty', -32700],
  ['no XML', -32700],
  ['ill-formed', -32700],
  ['no params', -32602],
  ['methodResponse', -32600],
  ['other root', -32600],
  ['empty method name', -32600],
  ['entity declared', -32700],
  ['DOCTYPE', -32700],
  ['namespace', -32600],
  ['GET', 405],
  ['GET ?rsd', 405],
  ['HEAD', 405],
  ['PUT', 405],
  ['OPTIONS', 405],
  ['three params', -32602],
  ['nil', -32602],
  ['bare &', 200],
];

describe('odd requests that were tried on WordPress', () => {
  // One of them waits for "100 Continue", which is between the client and the HTTP server.
  const requests = readCapture('wp-06-server-odd-requests.txt').filter(
    ({ side, start, headers }) => side === 'CLIENT' && start.includes(' HTTP/1.') && headers.expect === undefined,
  );

  it('are all here', () => {
    expect(requests).toHaveLength(ODD.length);
  });

  it.each(ODD.map(([name, expected], at) => ({ name, expected, request: requests[at] })))(
    '$name: $expected',
    async ({ expected, request }) => {
      const { start = '', headers = {}, body = new Uint8Array() } = request ?? {};
      const answer = await send(body, { method: start.split(' ')[0] ?? '', headers });
      expect(answer.fault ?? answer.status).toBe(expected);
      expect(answer.accepted).toHaveLength(expected === 200 ? 1 : 0);
    },
  );
});
