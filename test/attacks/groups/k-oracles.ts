import assert from 'node:assert/strict';
import { type HostileServer, startHostileServer } from '../../support/hostile-server.ts';
import { type Drill, different, type Group, row } from '../lib/case.ts';
import { faultOf, masked } from '../lib/check.ts';
import { DIAL, DNS } from '../lib/oracles.ts';
import { bytesOf, notification, WAYS } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';
import { page } from '../lib/verbs.ts';
import type { WireReply } from '../lib/wire.ts';

/** The seven kinds of source, each with many that are alike: `at` picks one of them, of the same length as every other. */
const KINDS = {
  'open port inside': (at: number, port: number) => `http://127.0.0.1:${port}/${pad(at, 12)}`,
  'closed port inside': (at: number) => `http://127.0.0.1:1/${pad(at, 16)}`,
  'black hole inside': (at: number) => `http://10.255.255.1/${pad(at, 15)}`,
  'no such name': (at: number) => `http://n${pad(at, 20)}.test/`,
  'public, 404': (at: number) => `http://missing.test/${pad(at, 15)}`,
  'public, no link': (at: number) => `http://silent.test/${pad(at, 16)}`,
  'public, a link': (at: number) => `http://linking.test/${pad(at, 15)}`,
} as const;

const NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** Something listens on loopback while this runs, and must not be asked. */
async function withOpenPort(work: (inside: HostileServer) => Promise<void>): Promise<void> {
  const inside = await startHostileServer(page('secret'));
  await work(inside);
  assert.equal(inside.connections(), 0, 'the open port inside was contacted');
  await inside.close();
}

function median(samples: readonly number[], part = 0.5): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length * part)] ?? 0;
}

/** Interleaved, so that what slows the machine slows all kinds alike. */
async function timed({ rig, way, figure }: Drill, rounds: number): Promise<void> {
  // As in the field, the look at a source begins later; at once, one sample would pay for the look of the one before.
  rig.chance(0.5);
  await withOpenPort(async ({ port }) => {
    const samples = new Map(NAMES.map((name) => [name, [] as number[]]));
    for (const at of Array(rounds + 5).keys()) {
      for (const turn of NAMES.keys()) {
        const name = NAMES[(turn + at) % NAMES.length] ?? 'public, a link';
        const { ms } = await rig.send(bytesOf(notification(way, KINDS[name](at, port))));
        // The first ones warm up what is compiled late.
        if (at >= 5) samples.get(name)?.push(ms);
      }
    }
    const medians = NAMES.map((name) => median(samples.get(name) ?? []));
    const difference = Math.max(...medians) - Math.min(...medians);
    const all = [...samples.values()].flat();
    figure(
      `${NAMES.map((name, at) => `${name} ${medians[at]?.toFixed(2)}`).join(', ')} ms (medians of ${rounds}); difference ${difference.toFixed(2)} ms, p99 of all ${median(all, 0.99).toFixed(1)} ms`,
    );
    // On a busy machine each kind by itself is spread over more than that.
    const spread = median(all, 0.75) - median(all, 0.25);
    assert.ok(difference < Math.max(5, spread / 2), `the medians differ by ${difference.toFixed(2)} ms`);
  });
}

async function statusOf(rig: Rig, url: string, accept: string): Promise<string> {
  const reply = await rig.send(bytesOf({ method: 'GET', path: new URL(url).pathname, headers: { accept } }));
  return masked(reply);
}

/** Each was sent at a moment of its own, which its sender knows. */
function undated(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '*').replace(/<time([^>]*)>[^<]*/g, '<time$1>*');
}

/** Every kind, notified once; gives where the sender may ask. */
async function notifyAll(rig: Rig, port: number): Promise<readonly string[]> {
  const urls = [];
  for (const name of NAMES) {
    const { head } = await rig.send(bytesOf(notification('webmention', KINDS[name](0, port))));
    urls.push(/^location: (\S+)/im.exec(head)?.[1] ?? '');
  }
  return urls;
}

/** Waits for the reply to a ping in `verified` mode and says when it came: before or after the padding. */
async function verified(rig: Rig, source: string): Promise<{ reply: WireReply; padded: boolean }> {
  let over = false;
  const answer = rig.send(bytesOf(notification('pingback', source))).finally(() => (over = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await rig.settle();
  const early = over;
  rig.advance(10_000);
  return { reply: await answer, padded: !early };
}

export const group: Group = {
  letter: 'K',
  title: 'oracles and leaks',
  rows: [
    row('183', 0, 'a port scan by replies', [
      {
        title: 'seven kinds of source, the same bytes',
        ways: WAYS,
        dns: DNS,
        dial: DIAL,
        deed: {
          drill: async ({ rig, way }) => {
            await withOpenPort(async ({ port }) => {
              const ask = (name: keyof typeof KINDS) => rig.send(bytesOf(notification(way, KINDS[name](0, port))));
              for (const again of ['first', 'repeated']) {
                const replies = [];
                for (const name of NAMES) replies.push(masked(await ask(name)));
                assert.equal(new Set(replies).size, 1, `${again}: ${[...new Set(replies)].join('\n---\n')}`);
                await rig.pass();
              }
            });
          },
        },
      },
    ]),
    row('184', 0, 'a port scan by time', [
      { title: '60 of each', alone: true, dns: DNS, dial: DIAL, deed: { drill: (drill) => timed(drill, 60) } },
      {
        title: '200 of each',
        ways: WAYS,
        full: true,
        dns: DNS,
        dial: DIAL,
        deed: { drill: (drill) => timed(drill, 200) },
      },
    ]),
    row('185', 0, 'the status page', [
      {
        title: 'one answer for the seven kinds, at once, when all is looked at, and a day later',
        dns: DNS,
        dial: DIAL,
        deed: {
          drill: async ({ rig }) => {
            await withOpenPort(async ({ port }) => {
              const urls = await notifyAll(rig, port);
              assert.ok(urls.every((url) => /\/status\/[\w-]{22}$/.test(url)));
              assert.equal(new Set(urls).size, 7);
              for (const accept of ['application/json', 'text/html']) {
                const seen = async () => new Set(await Promise.all(urls.map((url) => statusOf(rig, url, accept))));
                assert.equal((await seen()).size, 1);
                await rig.pass();
                const [looked = '', ...others] = await seen();
                assert.equal(others.length, 0);
                assert.match(looked, /queued/i);
                for (const word of ['dns', 'timeout', 'connect', 'refused', 'link', 'linking.test', '404'])
                  assert.ok(
                    !looked.split('\n\n')[1]?.toLowerCase().replace('stylesheet', '').includes(` ${word}`),
                    word,
                  );
              }
              rig.advance(25 * 60 * 60_000);
              const unknown = await statusOf(rig, `http://hear.example/status/${'x'.repeat(22)}`, 'application/json');
              for (const url of urls) assert.equal(await statusOf(rig, url, 'application/json'), unknown);
            });
          },
        },
      },
    ]),
    row('185r', 0, 'the status page of a site that tells reasons', [
      {
        title: 'one answer for all that is not read, at one time; what a public page answered is told apart',
        config: { sites: [{ url: 'http://alice.example/', reasons: true }] },
        dns: DNS,
        dial: DIAL,
        deed: {
          drill: async ({ rig }) => {
            await withOpenPort(async ({ port }) => {
              const rule = { id: 'rule', site: 'alice.example', createdAt: 1 } as const;
              await rig.hearback.store.rules.add({ ...rule, action: 'block', scope: 'host', value: 'blocked.test' });
              const urls = await notifyAll(rig, port);
              const { head } = await rig.send(bytesOf(notification('webmention', `http://blocked.test/${pad(0, 15)}`)));
              const unread = [...urls.slice(0, 4), /^location: (\S+)/im.exec(head)?.[1] ?? ''];
              const same = async (word: RegExp) => {
                for (const accept of ['application/json', 'text/html']) {
                  const [one = '', ...others] = new Set(
                    (await Promise.all(unread.map((url) => statusOf(rig, url, accept)))).map(undated),
                  );
                  assert.deepEqual(others, []);
                  assert.match(one, word);
                }
              };
              await same(/It was received/);
              await rig.pass();
              await same(/It was received/);
              const told = urls.slice(4).map((url) => statusOf(rig, url, 'application/json'));
              const reasons = (await Promise.all(told)).map((text) => /"reason":"([\w-]+)"/.exec(text)?.[1]);
              assert.deepEqual(reasons, ['gone', 'no-link', 'review']);
              rig.advance(61 * 60_000);
              await same(/The page was not read/);
            });
          },
        },
      },
    ]),
    row('186', 1, 'replies that wait', [
      {
        title: '16 for every way to fail, at one time; 17 only for a page without the link',
        config: { reply: 'verified' },
        dns: DNS,
        dial: DIAL,
        waits: true,
        deed: {
          drill: async ({ rig }) => {
            await withOpenPort(async ({ port }) => {
              const answers = new Map<string, Awaited<ReturnType<typeof verified>>>();
              for (const name of NAMES) answers.set(name, await verified(rig, KINDS[name](0, port)));
              const failed = NAMES.slice(0, 5).map((name) => answers.get(name));
              assert.equal(new Set(failed.map((answer) => answer && masked(answer.reply))).size, 1);
              assert.deepEqual(
                failed.map((answer) => answer?.padded),
                [true, true, true, true, true],
              );
              const faults = NAMES.map((name) => faultOf(answers.get(name)?.reply ?? { body: '' }));
              assert.deepEqual(faults, [16, 16, 16, 16, 16, 17, undefined]);
            });
          },
        },
      },
    ]),
    row('187', 1, 'whether a pair is known', [
      {
        title: '48 only when everybody can see it',
        ways: WAYS,
        dns: DNS,
        dial: DIAL,
        deed: {
          drill: async ({ rig, way }) => {
            const source = KINDS['public, a link'](0);
            const ask = () => rig.send(bytesOf(notification(way, source)));
            const first = masked(await ask());
            await rig.pass();
            assert.equal(masked(await ask()), first, 'pending');
            const [mention] = await rig.mentions();
            await rig.hearback.desk.moderate([mention?.id ?? ''], 'rejected');
            assert.equal(masked(await ask()), first, 'rejected');
            await rig.hearback.desk.moderate([mention?.id ?? ''], 'approved');
            assert.equal(faultOf(await ask()), way === 'pingback' ? 48 : undefined);
          },
        },
      },
    ]),
    different(
      '188',
      1,
      'which pages there are',
      'a page that is known to be gone gets 32 by pingback; drafts, closed pages and those that never were get 33, and the other protocols one text for all',
      [
        {
          title: 'never there, closed, private',
          ways: WAYS,
          deed: {
            drill: async ({ rig, way }) => {
              const targets = ['none', 'closed', 'draft/1', 'admin', '?preview=true'].map(
                (path) => `http://alice.example/${path}`,
              );
              const replies = [];
              for (const target of targets)
                replies.push(masked(await rig.send(bytesOf(notification(way, 'http://source.test/', target)))));
              assert.equal(new Set(replies).size, 1, [...new Set(replies)].join('\n---\n'));
            },
          },
        },
        {
          title: 'gone',
          ways: ['pingback'],
          deed: { notify: { source: 'http://source.test/', target: 'http://alice.example/gone' } },
          expect: { reply: { fault: 32 }, asked: [] },
        },
      ],
    ),
  ],
};
