import assert from 'node:assert/strict';
import { PUBLIC, publicAddress, SOME_INSIDE } from '../lib/addresses.ts';
import { type AttackCase, type Expectation, type Group, row } from '../lib/case.ts';
import type { Peer } from '../lib/peers.ts';
import { bytesOf, notification, TARGET, WAYS } from '../lib/requests.ts';
import { certificateFor } from '../lib/tls.ts';
import { type Act, LINK, linking, page, raw, redirect, reply } from '../lib/verbs.ts';

const SOURCE = 'http://source.test/';
const HERE = `${PUBLIC}:80`;
const OTHER = publicAddress(1);
const THERE = `${OTHER}:80`;
const NAMES = {
  'source.test': [PUBLIC],
  'other.test': [OTHER],
  'in.test': ['10.0.0.1'],
  'alice.example': [publicAddress(2)],
};

/** A source that sends us on. The first hop is seen, and no other one unless told; outside it looks like every source. */
function sent(title: string, peer: Peer, expect: Expectation = {}, more: Partial<AttackCase> = {}): AttackCase {
  return {
    title,
    dns: NAMES,
    dial: { [HERE]: peer, [THERE]: linking },
    deed: { notify: { source: SOURCE } },
    expect: {
      reply: { means: 'accepted', sameAsControl: true },
      rows: 1,
      asked: ['source.test'],
      contacted: [HERE],
      requests: [`GET ${SOURCE}`],
      link: ['unreachable', 'absent'],
      ...expect,
    },
    ...more,
  };
}

const to = (location: string, status = 302): AttackCase => sent(`${status} ${location}`, redirect(location, status));
/** A header as bytes, so that it may hold what no header holds. */
const located = (location: string): Act =>
  raw(Buffer.from(`HTTP/1.1 302 Moved\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`, 'latin1'), {
    open: true,
  });

const CODES = [301, 302, 303, 307, 308];

/** Chains of pages on one host. */
function chain(length: number, last: Act): Readonly<Record<string, Act>> {
  const hops = Array.from({ length }, (_, at) => [at === 0 ? '/' : `/${at}`, redirect(`/${at + 1}`)] as const);
  return { ...Object.fromEntries(hops), [`/${length}`]: last };
}

export const group: Group = {
  letter: 'E',
  title: 'redirects',
  rows: [
    row('98', 0, 'to a literal inside', [
      ...CODES.map((status) => to('http://127.0.0.1:9/', status)),
      ...SOME_INSIDE.map((host) => to(`http://${host}/`)),
      ...['http://①②⑦.⓪.⓪.①/', 'https://127.0.0.1/', 'http://[::1]:6379/'].map((location) =>
        sent(location, located(Buffer.from(location).toString('latin1'))),
      ),
    ]),
    row(
      '99',
      0,
      'to a name that leads inside',
      CODES.map((status) => ({
        ...sent(`${status}`, redirect('http://in.test/', status), { asked: ['source.test', 'in.test'] }),
      })),
    ),
    row('100', 0, 'to another scheme', [
      ...[
        'file:///etc/passwd',
        'ftp://other.test/',
        'javascript:alert(1)',
        'data:text/html,<a href=http://alice.example/post>',
        'gopher://other.test/',
        'ws://other.test/',
        'view-source:http://other.test/',
        'blob:http://other.test/x',
      ].map((location) => to(location)),
    ]),
    row('101', 0, 'relative, with tricks', [
      ...[
        '//127.0.0.1/',
        '\\\\127.0.0.1\\',
        '/\\127.0.0.1/',
        '/\t/127.0.0.1',
        'http:\\\\127.0.0.1',
        'http://other.test@127.0.0.1/',
        'http://127.0.0.1\\@other.test/',
        '//localhost',
        '//in.test@10.0.0.1/',
        '///127.0.0.1/',
      ].map((location) => to(location)),
      sent(
        'http:127.0.0.1 is a path, and stays on the host',
        { '/': redirect('http:127.0.0.1'), '*': linking },
        { requests: [`GET ${SOURCE}`, `GET ${SOURCE}127.0.0.1`], link: 'live' },
      ),
    ]),
    row('102', 1, 'between http and https', [
      {
        ...sent(
          'down is refused',
          { act: redirect('http://other.test/'), tls: certificateFor('source.test') },
          { contacted: [`${PUBLIC}:443`], requests: ['GET https://source.test/'] },
        ),
        dial: {
          [`${PUBLIC}:443`]: { act: redirect('http://other.test/'), tls: certificateFor('source.test') },
          [THERE]: linking,
        },
        deed: { notify: { source: 'https://source.test/' } },
      },
      {
        ...sent('up is followed', redirect('https://source.test/'), {
          asked: ['source.test', 'source.test'],
          contacted: [HERE, `${PUBLIC}:443`],
          requests: [`GET ${SOURCE}`, 'GET https://source.test/'],
          link: 'live',
        }),
        dial: {
          [HERE]: redirect('https://source.test/'),
          [`${PUBLIC}:443`]: { act: linking, tls: certificateFor('source.test') },
        },
      },
    ]),
    row('103', 0, 'loops and chains', [
      sent('to itself', redirect('/'), { requests: Array(6).fill(`GET ${SOURCE}`), contacted: { atMost: 6 } }),
      sent('there and back', { '/': redirect('/b'), '/b': redirect('/') }, { requests: { atMost: 6 } }),
      sent('six different ones', chain(6, linking), { requests: { atMost: 6 } }),
      sent('five are followed', chain(5, linking), { requests: { atMost: 6 }, link: 'live' }),
      {
        ...sent('over two hosts', redirect('http://other.test/'), {
          requests: { atMost: 6 },
          contacted: { atMost: 6 },
          asked: ['source.test', 'other.test'],
        }),
        dial: { [HERE]: redirect('http://other.test/'), [THERE]: redirect(SOURCE) },
      },
      sent(
        'endless paths',
        ({ socket, path }) =>
          void socket.write(`HTTP/1.1 302 Moved\r\nLocation: ${path}x\r\nContent-Length: 0\r\n\r\n`),
        { requests: { atMost: 6 } },
      ),
    ]),
    row('105', 1, 'other statuses', [
      ...[
        '300 Choices',
        '304 Not Modified',
        '305 Use Proxy',
        '306 Old',
        '201 Created',
        '202 Accepted',
        '401 Unauthorized',
      ].map((status) => sent(status, reply(status, ['Location: http://other.test/']))),
      sent('302 without Location', reply('302 Moved', [])),
      sent('302 with an empty one', reply('302 Moved', ['Location: ']), { requests: { atMost: 6 } }),
    ]),
    row('106', 1, 'abuse of Location', [
      sent('two', reply('302 Moved', ['Location: /a', 'Location: http://other.test/'])),
      sent('64 KiB', located(`/${'x'.repeat(65_536)}`)),
      sent('8 KiB', located(`/${'x'.repeat(8192)}`)),
      sent('not ASCII', located('http://other.test/\xe4')),
      sent('a bare CR', located('http://other.test/\rX: y')),
      sent('a NUL', located('http://other.test/\0')),
      sent('a second header by LF', located('/a\nLocation: http://other.test/'), { requests: { atMost: 2 } }),
      sent('no address', located('http://')),
    ]),
    row('107', 0, 'what hops carry', [
      {
        title: 'no cookie, no referrer, no credentials; the host of each hop',
        dns: NAMES,
        dial: {
          [HERE]: reply('302 Moved', [
            'Location: http://other.test/x',
            'Set-Cookie: a=b; Domain=test',
            'WWW-Authenticate: Basic',
          ]),
          [THERE]: linking,
        },
        deed: {
          drill: async ({ rig, peers }) => {
            await rig.send(bytesOf(notification('pingback', SOURCE)));
            await rig.pass();
            const lines = [...(peers[HERE]?.heard ?? []), ...(peers[THERE]?.heard ?? [])].map((heard) => heard.lines);
            const sentBy = (host: string, path: string) => [
              `GET ${path} HTTP/1.1`,
              `host: ${host}`,
              'connection: keep-alive',
            ];
            assert.deepEqual(
              lines.map((all) => all.slice(0, 3)),
              [sentBy('source.test', '/'), sentBy('other.test', '/x')],
            );
            for (const all of lines)
              assert.deepEqual(
                all.slice(3).map((line) => line.split(':')[0]),
                ['user-agent', 'accept', 'accept-encoding'],
              );
          },
        },
        expect: { rows: 1, link: 'live' },
      },
    ]),
    row('108', 1, 'redirects that are not HTTP', [
      sent('meta refresh', page('<meta http-equiv="refresh" content="0;url=http://other.test/">')),
      sent('Refresh', reply('200 OK', ['Content-Type: text/html', 'Refresh: 0;url=http://other.test/'], 'x')),
      sent('script', page('<script>location="http://other.test/"</script>')),
      sent('canonical', page('<link rel="canonical" href="http://other.test/"><base href="http://other.test/">')),
      sent('frames', page('<iframe src="http://other.test/"></iframe><frame src="http://other.test/">')),
    ]),
    row('110', 1, 'to ourselves', [
      ...[
        'http://alice.example/post',
        'http://alice.example/feed',
        'http://alice.example/admin',
        'https://alice.example/',
        'http://ALICE.example./x',
      ].map((location) => to(location)),
      ...[
        'http://hear.example/admin',
        'http://hear.example/api/mentions.jf2',
        'https://hear.example/fragment?target=x',
      ].map((location) => to(location)),
      ...[
        'http://hear.example/api/mentions.json',
        'http://hear.example/fragment',
        'http://HEAR.example/status/x',
        'https://hear.example/admin',
      ].map(
        (url): AttackCase => ({
          title: `as a source: ${url}`,
          ways: WAYS,
          deed: { notify: { source: `${url}?target=${TARGET}` } },
          expect: { reply: { means: 'accepted', sameAsControl: true }, asked: [], refused: /this very server/ },
        }),
      ),
    ]),
    row('E1', 0, 'to another port', [...[22, 25, 6379, 8080, 11211].map((port) => to(`http://source.test:${port}/`))]),
    row('E2', 0, 'rebinding between hops', [
      sent(
        'a kept connection is judged, a new one is judged anew',
        reply('302 Moved', ['Location: /x', 'Connection: close'], LINK),
        { asked: ['source.test', 'source.test'] },
        { dns: { 'source.test': [[PUBLIC], ['127.0.0.1']] } },
      ),
    ]),
  ],
};
