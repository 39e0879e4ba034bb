import assert from 'node:assert/strict';
import { type AttackCase, type Group, notApplicable, row } from '../lib/case.ts';
import { faultOf } from '../lib/check.ts';
import { DIAL, DNS } from '../lib/oracles.ts';
import { bytesOf, form, notification, pingBody, TARGET, WAYS, xmlCall } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';

const UNPRINTABLE = /[\p{Cc}\u202e]/u;

const SECRET = 'SELECT * FROM secrets /srv/private\r\n\x1b[2J';

/** A bug of ours: the store throws what nobody foresaw. */
async function breakStore({ hearback }: Rig): Promise<void> {
  const broken = async () => {
    throw new Error(SECRET + 'x'.repeat(1_000_000));
  };
  Object.assign(hearback.store.mentions, { accept: broken, published: broken, byId: broken });
}

const ERRORS: readonly AttackCase[] = WAYS.map((way) => ({
  title: 'a notification',
  ways: [way],
  deed: {
    drill: async ({ rig }) => {
      const { accept } = rig.hearback.store.mentions;
      await breakStore(rig);
      const { status, head, body } = await rig.send(bytesOf(notification(way, 'http://source.test/')));
      Object.assign(rig.hearback.store.mentions, { accept });
      assert.equal(status, way === 'pingback' ? 200 : 500);
      assert.equal(faultOf({ body }), way === 'pingback' ? -32603 : undefined);
      for (const word of ['SELECT', 'secrets', '/srv', 'Error:', ' at ', '.js:'])
        assert.ok(!(head + body).includes(word), word);
      assert.equal(rig.log.length, 1);
      const [line = ''] = rig.log;
      assert.ok(line.length < 4096 && !UNPRINTABLE.test(line), 'the line in the log is not one short line');
      assert.equal(typeof JSON.parse(line), 'object');
    },
  },
  alone: true,
  expect: { rows: 0, log: { errors: true } },
}));

export const group: Group = {
  letter: 'K',
  title: 'oracles and leaks',
  rows: [
    row('189', 0, 'what an error says', [
      ...ERRORS,
      {
        title: 'the read API, the status page and the fragment',
        alone: true,
        deed: {
          drill: async ({ rig }) => {
            await breakStore(rig);
            for (const path of [
              `/api/mentions?target=${TARGET}`,
              `/fragment?target=${TARGET}`,
              `/status/${'x'.repeat(22)}`,
            ]) {
              const { status, head, body } = await rig.send(bytesOf({ method: 'GET', path }));
              assert.equal(status, 500, path);
              for (const word of ['SELECT', 'secrets', '/srv', 'Error:', ' at ', '.js:'])
                assert.ok(!(head + body).includes(word), `${path} says ${word}`);
            }
          },
        },
        expect: { log: { errors: true } },
      },
    ]),
    row('191', 1, 'lines in the log', [
      {
        title: 'an hour of hostile text leaves lines of JSON, short, and no secret',
        dns: DNS,
        dial: DIAL,
        deed: {
          drill: async ({ rig }) => {
            const evil = '\x1b[2J\u202e%0d%0a{"level":"fatal"}';
            const headers = {
              'user-agent': `${'x'.repeat(8000)}\x1b[2J`,
              authorization: 'Bearer xyzzy-secret',
              cookie: 'hearback=xyzzy-secret',
            };
            for (const source of [
              `http://source.test/${encodeURI(evil)}`,
              'http://source.test/%0d%0a%1b[2J',
              `http://${'x'.repeat(60)}.test/`,
            ]) {
              await rig.send(bytesOf(xmlCall(pingBody(source), headers)));
              await rig.send(
                bytesOf({
                  ...form('/webmention', `source=${encodeURIComponent(source)}&target=${TARGET}`),
                  headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
                }),
              );
            }
            await rig.send(
              bytesOf({ method: 'GET', path: `/api/mentions?target=${encodeURIComponent(evil)}`, headers }),
            );
            await rig.pass(60 * 60_000);
            for (const line of rig.log) {
              assert.ok(line.length < 4096 && !UNPRINTABLE.test(line), line.slice(0, 100));
              assert.equal(typeof JSON.parse(line), 'object');
              assert.ok(!line.includes('xyzzy-secret'));
            }
          },
        },
        expect: {},
      },
    ]),
    notApplicable('192', 2, 'labels of metrics', 'there are no metrics yet'),
  ],
};
