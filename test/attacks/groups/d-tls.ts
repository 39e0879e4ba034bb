import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { PUBLIC, publicAddress } from '../lib/addresses.ts';
import { type AttackCase, type Expectation, type Group, row } from '../lib/case.ts';
import type { Peer } from '../lib/peers.ts';
import { bytesOf, notification } from '../lib/requests.ts';
import { certificateFor, selfSigned, unknownAuthority } from '../lib/tls.ts';
import { LINK, linking, reply } from '../lib/verbs.ts';

const HTTPS = `${PUBLIC}:443`;
const SOURCE = 'https://source.test/';

function over(title: string, peer: Peer, expect: Expectation): AttackCase {
  return {
    title,
    dns: { 'source.test': [PUBLIC] },
    dial: { [HTTPS]: peer },
    deed: { notify: { source: SOURCE } },
    expect: { reply: { means: 'accepted', sameAsControl: true }, rows: 1, contacted: [HTTPS], ...expect },
  };
}

const untrusted = (title: string, tls: { key: string; cert: string }, trace: RegExp) =>
  over(title, { act: linking, tls }, { link: 'unreachable', trace });

/** Takes the connection and what comes, and does this. */
function stalling(onConnection: (socket: Socket) => void): Peer {
  return { act: () => {}, onConnection };
}

export const group: Group = {
  letter: 'D',
  title: 'DNS, sockets, proxies',
  rows: [
    row('94', 0, 'whom TLS trusts', [
      over('the control', { act: linking, tls: certificateFor('source.test') }, { link: 'live' }),
      untrusted('self-signed', selfSigned('source.test'), /self-signed/),
      untrusted('expired', certificateFor('source.test', new Date('2021-01-01T00:00:00Z')), /expired/),
      untrusted('another name', certificateFor('other.test'), /another name/),
      untrusted('the name of the address', certificateFor(PUBLIC), /another name/),
      untrusted('a suffix of the name', certificateFor('test'), /another name/),
      untrusted('an unknown authority', unknownAuthority('source.test'), /unknown authority/),
      {
        title: 'NODE_TLS_REJECT_UNAUTHORIZED means nothing',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HTTPS]: { act: linking, tls: selfSigned('source.test') } },
        deed: {
          drill: async ({ rig, peers }) => {
            process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
            await rig.send(bytesOf(notification('pingback', SOURCE)));
            await rig.pass();
            delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
            assert.equal(peers[HTTPS]?.heard.length, 0);
          },
        },
        expect: { rows: 1, link: 'unreachable' },
      },
      over('no TLS at all', linking, { link: 'unreachable' }),
    ]),
    row('95', 1, 'a handshake that does not end', [
      over(
        'says nothing',
        stalling(() => {}),
        { link: 'unreachable', withinMs: 5000, trace: /in time/ },
      ),
      over(
        'a byte at a time',
        stalling((socket) => {
          socket.write(Buffer.from([0x16, 3, 3, 0x3f, 0xff, 2, 0, 0x3f, 0xfb]));
          const timer = setInterval(() => socket.write('\0'), 50);
          socket.once('close', () => clearInterval(timer));
        }),
        { link: 'unreachable', withinMs: 5000 },
      ),
      over(
        'closes',
        stalling((socket) => void socket.end()),
        { link: 'unreachable', withinMs: 2000 },
      ),
      over(
        'resets',
        stalling((socket) => void socket.resetAndDestroy()),
        { link: 'unreachable', withinMs: 2000 },
      ),
      over(
        'noise',
        stalling((socket) => void socket.write(Buffer.alloc(70_000, 0x41))),
        { link: 'unreachable', withinMs: 5000 },
      ),
    ]),
    row('87', 1, 'other protocols', [
      {
        title: 'only HTTP/1.1 is offered',
        dns: { 'source.test': [PUBLIC] },
        deed: {
          drill: async ({ rig }) => {
            const hello: Buffer[] = [];
            await rig.dialMap.open({
              [HTTPS]: stalling((socket) => {
                socket.on('data', (part: Buffer) => {
                  hello.push(part);
                  socket.end();
                });
              }),
            });
            await rig.send(bytesOf(notification('pingback', SOURCE)));
            await rig.pass();
            const text = Buffer.concat(hello).toString('latin1');
            assert.ok(text.includes('\x08http/1.1'), 'HTTP/1.1 is not offered');
            // With their length before them: two letters alone stand among a thousand bytes of chance once in forty times.
            assert.ok(!text.includes('\x02h2') && !text.includes('\x02h3'), 'another protocol is offered');
            assert.ok(text.includes('source.test'), 'the name is not sent');
          },
        },
        alone: true,
        expect: { rows: 1 },
      },
      over(
        'Alt-Svc leads nowhere',
        {
          act: reply(
            '200 OK',
            ['Content-Type: text/html', 'Alt-Svc: h2="127.0.0.1:8443", h3=":8443"; ma=999999; persist=1'],
            LINK,
          ),
          tls: certificateFor('source.test'),
        },
        { link: 'live' },
      ),
      {
        title: 'nor the next time',
        alone: true,
        deed: {
          drill: async ({ rig }) => {
            rig.dns.names = { 'source.test': [PUBLIC], 'other.test': [publicAddress(1)] };
            const act = reply(
              '200 OK',
              [
                'Content-Type: text/html',
                'Alt-Svc: h2="other.test:443"',
                'Strict-Transport-Security: max-age=99',
                'Upgrade: h2c',
              ],
              LINK,
            );
            await rig.dialMap.open({ [HTTPS]: { act, tls: certificateFor('source.test') } });
            for (const path of ['a', 'b']) {
              await rig.send(bytesOf(notification('pingback', SOURCE + path)));
              await rig.pass();
            }
            assert.ok(rig.of('request').every(({ address, url }) => address === PUBLIC && url.startsWith(SOURCE)));
            assert.equal(rig.of('request').length, 2);
          },
        },
        expect: { rows: 2 },
      },
    ]),
  ],
};
