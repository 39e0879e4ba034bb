import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openNetwork } from '../../src/compose/network.ts';
import { createAkismet } from '../../src/inbound/akismet.ts';
import { createChores } from '../../src/inbound/chores.ts';
import { createDesk } from '../../src/inbound/desk.ts';
import { createJudging } from '../../src/inbound/judging.ts';
import { createVerify } from '../../src/inbound/verify.ts';
import { conclude } from '../../src/jobs/step.ts';
import { readerHere } from '../support/reader-here.ts';
import { linking, openHouse, SOURCE, TARGET } from './house.ts';

const KEY = 'secret123key';

interface Answer {
  readonly body?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Never answers. */
  readonly hangs?: boolean;
}

/** A house that asks an Akismet on loopback, which answers as it is told. */
async function withAkismet(answer: Answer, preCheck = false, source: string | number = linking()) {
  const house = await openHouse();
  const asked: { path: string; fields: Record<string, string> }[] = [];
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      asked.push({
        path: req.url ?? '',
        fields: Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString())),
      });
      if (!answer.hangs) res.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? 'false');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const network = openNetwork({ allowNetwork: ['127.0.0.0/8'], allowPort: [] }, () => false);
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Only a call that hangs is to be late.
  const timer = (_: number, fire: () => void) => {
    if (answer.hangs) void new Promise<void>((resolve) => server.once('request', () => resolve())).then(fire);
    return () => {};
  };
  const { store, http, clock, resolve } = house;
  const random = { id: () => `r${Math.floor(clock.now())}`, secret: () => '', fraction: () => 0.5 };
  const akismet = createAkismet({
    key: KEY,
    blog: undefined,
    endpoint,
    preCheck,
    http: network.http,
    timer,
    userAgent: 'Hearback/0 | hearback/0',
    siteUrl: () => 'https://alice.example/',
  });
  const judging = createJudging({ store, http, reader: readerHere, resolve, clock, adviser: akismet });
  const reader = readerHere;
  const verify = createVerify({ store, http, reader, clock, random, resolve, judging });
  const chores = createChores({
    store,
    http,
    clock,
    random,
    holdDays: 90,
    akismet,
    report: () => {},
    readFile: async () => ({ text: '', truncated: false }),
  });
  const work = async () => {
    house.time.now += 10_000;
    for (const job of await store.jobs.claim({ now: clock.now(), limit: 9, leaseMs: 9, kinds: ['verify', 'chore'] })) {
      const outcome = await (job.kind === 'verify' ? verify : chores)(job);
      if (outcome.outcome !== 'settled') await conclude(store.jobs, job, outcome);
    }
  };
  house.web.set(SOURCE, source);
  await house.inbox.accept({ protocol: 'pingback', source: SOURCE, target: TARGET }, { address: '203.0.113.9' });
  await work();
  return {
    house,
    asked,
    work,
    desk: createDesk({ store, clock, random, teaches: true }),
    async [Symbol.asyncDispose]() {
      await network.http.close();
      server.closeAllConnections();
      server.close();
      await house[Symbol.asyncDispose]();
    },
  };
}

describe('Akismet', () => {
  it.each<readonly [string, Answer, string, string]>([
    ['true', { body: 'true' }, 'spam', 'Akismet calls it spam. (+100)'],
    ['true and discard', { body: 'true', headers: { 'X-akismet-pro-tip': 'discard' } }, 'spam', 'of the worst kind'],
    ['false', { body: 'false' }, 'pending', 'does not call it spam'],
    ['invalid', { body: 'invalid', headers: { 'X-akismet-debug-help': 'no key' } }, 'pending', 'does not know the key'],
    ['an error', { status: 500, body: 'true' }, 'pending', 'answered 500'],
    ['a book', { body: 'true'.repeat(2_500_000) }, 'pending', 'more than it ever should'],
    ['something else', { body: 'TRUE, perhaps' }, 'pending', 'nobody understands'],
    ['nothing', { hangs: true }, 'pending', 'within 5 seconds'],
  ])('%s', async (_, answer, state, sentence) => {
    await using on = await withAkismet(answer);
    const mention = await on.house.only();
    expect(mention.moderation).toBe(state);
    expect(mention.reasons.join('\n')).toContain(sentence);
    expect(JSON.stringify([mention, await on.house.store.mentions.trace(mention.id)])).not.toContain(KEY);
  });

  it('is sent what its API names', async () => {
    await using on = await withAkismet({ body: 'false' });
    expect(on.asked).toEqual([
      {
        path: '/1.1/comment-check',
        fields: {
          api_key: KEY,
          blog: 'https://alice.example/',
          user_ip: '203.0.113.9',
          permalink: TARGET,
          comment_type: 'pingback',
          comment_author: 'bob.example',
          comment_author_url: SOURCE,
          comment_content: expect.stringContaining('An answer'),
          comment_date_gmt: '2026-01-01T00:00:00.000Z',
          blog_charset: 'UTF-8',
        },
      },
    ]);
  });

  it('is asked before the fetch where the owner wants it, and then its spam is not fetched', async () => {
    await using on = await withAkismet({ body: 'true' }, true);
    expect(on.house.asked).toEqual([]);
    expect(on.asked[0]?.fields).toMatchObject({
      akismet_pre_check: '1',
      comment_pingback_target: TARGET,
      comment_content: '',
      comment_author: '',
      pingbacks_closed: '0',
      is_multicall: '0',
      multicall_count: '0',
    });
    expect(await on.house.only()).toMatchObject({
      moderation: 'spam',
      reasons: ['Akismet calls it spam, before it was looked at.'],
    });
  });

  it.each<readonly [string, Answer]>([
    ['says no', { body: 'false' }],
    ['fails', { status: 500 }],
  ])('is asked once before the fetch, however often the job waits for its turn, when it %s', async (_, answer) => {
    await using on = await withAkismet(answer, true, 'waiting');
    for (let again = 0; again < 4; again += 1) await on.work();
    expect(on.house.asked.length).toBeGreaterThan(3);
    on.house.web.set(SOURCE, linking());
    await on.work();
    const asked = on.asked.map(({ fields }) => fields.akismet_pre_check ?? 'no');
    expect(asked).toEqual(['1', 'no']);
    expect((await on.house.only()).link).toBe('live');
  });

  it('learns from the owner’s decisions, and from nothing else', async () => {
    await using on = await withAkismet({ body: 'false' });
    const { id } = await on.house.only();
    for (const state of ['approved', 'rejected', 'spam', 'pending'] as const) {
      await on.desk.moderate([id], state);
      await on.work();
    }
    expect(on.asked.slice(1).map(({ path }) => path)).toEqual(['/1.1/submit-spam', '/1.1/submit-ham']);
    expect(on.asked[1]?.fields).toMatchObject({ user_ip: '203.0.113.9', comment_author_url: SOURCE });
  });
});
