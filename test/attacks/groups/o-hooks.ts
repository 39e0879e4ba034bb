import assert from 'node:assert/strict';
import { publicAddress } from '../lib/addresses.ts';
import { type AttackCase, different, type Expectation, type Group, proven, row } from '../lib/case.ts';
import type { Answer } from '../lib/dns.ts';
import type { Peer } from '../lib/peers.ts';
import { TARGET } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';
import { DNS, OTHER, OWN, PAGE } from '../lib/sending.ts';
import { CHUNKED, drip, flood, hang, hints, page, raw, redirect, reply } from '../lib/verbs.ts';

const HOOK = publicAddress(6);
const HOOKS = 'packages/server/test/outbound/outcome-hooks.test.ts';
const HOUR = 60 * 60_000;
const SECRET = 'whsec_dGhpcyBpcyBhIHNlY3JldCB0aGF0IG5vYm9keSBrbm93cw==';

/** One link of a post is told, whose page has no endpoint; then the webhook is called, for as long as that takes. */
function calling(
  title: string,
  peer: Peer,
  more: Partial<AttackCase> & { url?: string; name?: Answer } = {},
): AttackCase {
  const { url = 'http://hook.test/in', name = [HOOK], ...rest } = more;
  return {
    title,
    config: { sites: [{ url: 'http://alice.example/', send: true }], webhook: { url, secret: SECRET } },
    dns: { ...DNS, 'hook.test': name },
    dial: {
      [`${OWN}:80`]: page(`<article><a href="${PAGE}">x</a></article>`),
      [`${OTHER}:80`]: page('x'),
      [`${HOOK}:80`]: peer,
    },
    waits: true,
    deed: {
      drill: async ({ rig, figure }) => {
        await rig.hearback.send([TARGET], { waitMs: 0 });
        await rig.pass(HOUR);
        figure(`${posts(rig).length} calls in an hour`);
      },
    },
    ...rest,
    expect: { contacted: { atMost: 6 }, withinMs: 75_000, log: { lacks: [SECRET, SECRET.slice(6)] }, ...rest.expect },
  };
}

const posts = (rig: Rig) => rig.of('request').filter(({ method }) => method === 'POST');

/** Nobody was asked but the two pages. */
const NOBODY: Expectation = { contacted: [`${OWN}:80`, `${OTHER}:80`] };

export const group: Group = {
  letter: 'O',
  title: 'calls of the owner’s hooks',
  rows: [
    different(
      '243',
      0,
      'a hook inside',
      'a redirect on the same host is followed, judged like the first address; to another host it is a failure',
      [
        ...['127.0.0.1', '169.254.169.254', '[::1]', '2130706433', 'localhost', 'in.test'].map((host) =>
          calling(host, page('x'), { url: `http://${host}/in`, expect: NOBODY }),
        ),
        calling('a port that is not for the web', page('x'), { url: 'http://hook.test:6379/in', expect: NOBODY }),
        calling('by a redirect', redirect('http://127.0.0.1/'), {}),
        calling('by a redirect to a name', redirect('http://in.test/'), {}),
        calling('a redirect to another host gets no second call', redirect('http://other.test/in', 307), {
          deed: {
            drill: async ({ rig, peers }) => {
              await rig.hearback.send([TARGET], { waitMs: 0 });
              await rig.pass(HOUR);
              const heard = peers[`${OTHER}:80`]?.heard ?? [];
              assert.deepEqual(
                heard.filter(({ lines }) => lines[0]?.startsWith('POST')),
                [],
              );
            },
          },
        }),
        calling('a name that means another address the second time', reply('500 Oops', [], ''), {
          name: [[HOOK], ['10.0.0.1']],
          deed: {
            drill: async ({ rig, peers }) => {
              await rig.hearback.send([TARGET], { waitMs: 0 });
              await rig.pass(HOUR);
              assert.equal(peers[`${HOOK}:80`]?.heard.length, 1);
            },
          },
        }),
      ],
    ),
    different(
      '245',
      0,
      'the secret of a hook',
      'the owner writes it into the configuration, whose file the server does not write; there is one hook',
      [
        calling('is in nothing that leaves', reply('204 No Content', [], ''), {
          deed: {
            drill: async ({ rig, peers }) => {
              await rig.hearback.send([TARGET], { waitMs: 0 });
              await rig.pass(HOUR);
              const [heard] = peers[`${HOOK}:80`]?.heard ?? [];
              assert.ok(heard?.lines.some((line) => /^webhook-signature: v1,/i.test(line)));
              for (const text of [heard?.lines.join('\n') ?? '', heard?.body.toString() ?? ''])
                for (const secret of [SECRET, SECRET.slice(6), 'this is a secret']) assert.ok(!text.includes(secret));
            },
          },
        }),
      ],
    ),
    proven('244', 0, 'signatures', [HOOKS, 'signed'], [HOOKS, 'is told to the webhook, signed']),
    proven(
      '246',
      1,
      'telling again',
      [HOOKS, '246 '],
      [HOOKS, 'six times'],
      [HOOKS, 'twice a second'],
      [HOOKS, 'gone'],
    ),
    proven('248', 0, 'a kill between outcome and call', [HOOKS, '248 ']),
    row('247', 0, 'a slow or endless receiver', [
      calling('1 byte at a time', drip(CHUNKED, '1\r\nx\r\n', 200), {
        expect: { contacted: { atMost: 8 }, bytesIn: 16_384 },
      }),
      calling('says nothing', hang, { expect: { contacted: { atMost: 8 } } }),
      calling('endless', flood(CHUNKED, Buffer.from(`8000\r\n${'x'.repeat(0x8000)}\r\n`)), {
        expect: { contacted: { atMost: 8 }, bytesIn: 8 * 1024 * 1024, rssMb: 64 },
      }),
      calling('a thousand interim answers', hints(1000), { expect: { contacted: { atMost: 8 } } }),
      calling('no HTTP', raw('+OK redis\r\n'), { expect: { contacted: { atMost: 8 } } }),
      calling('holds up no delivery', hang, {
        deed: {
          drill: async ({ rig }) => {
            await rig.hearback.send([TARGET], { waitMs: 0 });
            await rig.pass(1);
            const { deliveries } = await rig.hearback.send([TARGET], { waitMs: 0 });
            assert.deepEqual(
              deliveries.map(({ status }) => status),
              ['unsupported'],
            );
          },
        },
      }),
    ]),
  ],
};
