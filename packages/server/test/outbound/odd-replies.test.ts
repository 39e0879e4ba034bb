import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Act,
  type HostileServer,
  raw,
  reply,
  startHostileServer,
} from '../../../../test/support/hostile-server.ts';
import { openNetwork } from '../../src/compose/network.ts';
import type { DeliveryStatus } from '../../src/delivery.ts';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { publish } from '../../src/outbound/publish.ts';
import { BLOG, blog, openHouse } from './house.ts';

const DECLARED = '<?xml version="1.0"?>';
const value = (inside: string) =>
  `<methodResponse><params><param><value>${inside}</value></param></params></methodResponse>`;
const member = (name: string, inside: string) => `<member><name>${name}</name><value>${inside}</value></member>`;
const fault = (code: string, text: string) =>
  `<methodResponse><fault><value><struct>${member('faultCode', code)}${member('faultString', `<string>${text}</string>`)}</struct></value></fault></methodResponse>`;
const xml = (body: string, status = '200 OK', type = 'text/xml'): Act => reply(status, [`Content-Type: ${type}`], body);

/** What the receivers of the field send back, byte by byte, and what has to become of the delivery. */
const REPLIES: readonly [id: string, answer: Act, status: DeliveryStatus, reason: RegExp][] = [
  ['DV-30 escaped twice', xml(`${DECLARED}${value('\n<string>Ping &amp;amp; pong</string>\n')}`), 'delivered', /Ping/],
  ['DV-30 fault 48', xml(DECLARED + fault('<int>48</int>', 'registered')), 'delivered', /had it already/],
  [
    'DV-31 lines before the declaration',
    xml(`\n\n ${DECLARED}${value('<string>ok</string>')}`),
    'delivered',
    /accepted/,
  ],
  ['DV-31 a byte order mark', xml(`\ufeff${DECLARED}${value('<string>ok</string>')}`), 'delivered', /accepted/],
  [
    'DV-31 the last tag cut off',
    xml(`${DECLARED}${value('<string>ok</string>')}`.slice(0, -6)),
    'delivered',
    /accepted/,
  ],
  ['DV-31 a web page', xml('<html><p>&laquo; Hello &raquo;</html>', '200 OK', 'text/html'), 'failed', /web page/],
  [
    'DV-32 405 in words',
    reply('405 Method Not Allowed', ['Content-Type: text/plain'], 'XML-RPC server accepts POST requests only.'),
    'failed',
    /405/,
  ],
  ['DV-33 a fault in HTTP 404', xml(DECLARED + fault('<int>32</int>', 'x'), '404 Not Found'), 'refused', /fault 32/],
  ['DV-33 a fault in HTTP 500', xml(DECLARED + fault('<int>16</int>', 'x'), '500 Oops'), 'refused', /fault 16/],
  ['DV-33 JSON', reply('400 Bad Request', ['Content-Type: application/json'], '{"error":"x"}'), 'failed', /400/],
  ['DV-34 a number', xml(DECLARED + value('<int>17</int>')), 'delivered', /accepted/],
  ['DV-34 a fault unescaped', xml(DECLARED + fault('<int>17</int>', 'No <a> & no link')), 'refused', /17/],
  ['DV-35 an array', xml(DECLARED + value('<array><data><value>ok</value></data></array>')), 'delivered', /accepted/],
  [
    'DV-36 no methodResponse',
    xml(`${DECLARED}<params><param><value><string/></value></param></params>`),
    'delivered',
    /accepted/,
  ],
  ['DV-36 a bare 400', reply('400 Bad Request', []), 'failed', /400/],
  ['DV-37 white space everywhere', xml(DECLARED + fault('\n<int> 0 </int>\n', '\n no \n')), 'refused', /no/],
  [
    'DV-38 no struct',
    xml('<methodResponse><fault><value><i4>0</i4></value></fault></methodResponse>', '200 OK', 'text/html'),
    'refused',
    /refused/,
  ],
  ['DV-39 no declaration', xml(value('<string>ok</string>')), 'delivered', /accepted/],
  [
    'DV-40 two parameters',
    xml(
      `${DECLARED}<methodResponse><params><param><value>a</value></param><param><value>b</value></param></params></methodResponse>`,
    ),
    'delivered',
    /“a”/,
  ],
  ['DV-40 text/plain', xml(DECLARED + value('<string>ok</string>'), '200 OK', 'text/plain'), 'delivered', /accepted/],
  ['DV-41 queued', xml(DECLARED + value('<string>queued</string>')), 'delivered', /queued/],
  ['DV-42 303', reply('303 See Other', ['Location: /elsewhere']), 'failed', /303/],
  ['DV-43 410', reply('410 Gone', ['Content-Type: text/html'], '<p>gone'), 'failed', /410/],
  ['DV-43 403', reply('403 Forbidden', ['Content-Type: text/plain'], 'off'), 'failed', /403/],
  ['DV-45 48 as a string', xml(DECLARED + fault('<string>48</string>', 'x')), 'delivered', /had it already/],
  [
    'DV-46 no length',
    raw(
      `HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=UTF-8\r\nConnection: close\r\n\r\n${DECLARED}${value('<string>ok</string>')}`,
    ),
    'delivered',
    /accepted/,
  ],
  ['WordPress without a reason', xml(DECLARED + fault('<int>0</int>', '')), 'refused', /gave no reason/],
  ['busy', reply('429 Too Many Requests', ['Retry-After: 60']), 'retrying', /429/],
  ['half an answer', raw('HTTP/1.1 200 OK\r\nContent-Le'), 'retrying', /closed/],
  ['no HTTP', raw('SSH-2.0-OpenSSH\r\n'), 'failed', /HTTP/],
];

let server: HostileServer;
let network: ReturnType<typeof openNetwork>;
const acts: Record<string, Act> = {};
beforeEach(async () => {
  server = await startHostileServer(acts);
  network = openNetwork({ allowNetwork: ['127.0.0.0/8'], allowPort: [] }, () => false);
  const named = [`X-Pingback: http://127.0.0.1:${server.port}/rpc`, 'Content-Type: text/html'];
  Object.assign(acts, { '/page': reply('200 OK', named, '<p>2'), '/moved': xml(DECLARED + value('<int>1</int>')) });
});
afterEach(async () => {
  await network.http.close();
  await server.close();
});

async function tell() {
  const house = await openHouse(blog());
  house.web.on(`${BLOG}post`, `<article><a href="http://127.0.0.1:${server.port}/page">x</a></article>`);
  await publish(house.deps(), `${BLOG}post`);
  await house.runDue({ deliver: createDeliverHandler(house.deps({ http: network.http })) });
  const [delivery] = await house.store.deliveries.list({ limit: 1 });
  const exchanges = await house.store.deliveries.exchanges(delivery?.id ?? '');
  await house[Symbol.asyncDispose]();
  return { delivery, exchanges };
}

describe('replies of the field, on the wire', () => {
  it.each(REPLIES)('%s', async (_, answer, status, reason) => {
    acts['/rpc'] = answer;
    const { delivery } = await tell();
    expect(delivery).toMatchObject({ status, reason: expect.stringMatching(reason) });
    expect(server.heard.map(({ lines }) => lines[0]?.split(' ')[0])).toEqual(['GET', 'POST']);
  });

  it('DV-42 a redirect on the same host is followed with the call itself', async () => {
    acts['/rpc'] = reply('301 Moved', ['Location: /moved']);
    expect((await tell()).delivery).toMatchObject({ status: 'delivered' });
    expect(server.heard.map(({ lines }) => lines[0])).toEqual([
      'GET /page HTTP/1.1',
      'POST /rpc HTTP/1.1',
      'POST /moved HTTP/1.1',
    ]);
  });

  it('and the record of a request has the very lines that were sent', async () => {
    acts['/rpc'] = xml(DECLARED + value('<string>ok</string>'));
    const { exchanges } = await tell();
    for (const [n, { request }] of exchanges.entries()) {
      const { lines, body } = server.heard[n] ?? { lines: [], body: Buffer.alloc(0) };
      const [head = '', text = ''] = request.split('\n\n');
      const between = (line: string) => !/^connection:/i.test(line);
      expect(head.split('\n').slice(1).sort()).toEqual(lines.slice(1).filter(between).sort());
      expect(text).toBe(body.toString());
    }
  });
});
