import { describe, expect, test } from 'vitest';
import { createBuildHandler } from '../../src/outbound/build-hook.ts';
import { type BuildHook, wantsToken } from '../../src/site.ts';
import { publish } from '../storage/contract/samples.ts';
import { blog, openHouse } from './house.ts';

const SITE = 'alice.example';
const MINUTE = 60_000;
const NETLIFY = 'https://api.netlify.com/build_hooks/5f1a';

async function open(buildHook: BuildHook) {
  const house = await openHouse(blog({ buildHook }));
  const start = house.time.now;
  let count = 0;
  return {
    house,
    run: (minutes: number) =>
      house.runUntil(start + minutes * MINUTE, () => ({
        hook: createBuildHandler(house.deps()),
        verify: async () => ({ outcome: 'done' }),
      })),
    approve: async (many = 1) => {
      for (let n = 0; n < many; n += 1)
        await publish(house.store, `b${++count}`, house.time.now, { site: SITE, verifyAfter: house.time.now });
    },
    asked: () => house.web.asked.filter(({ method }) => method === 'POST'),
    said: async () => (await house.store.sites.list())[0]?.buildSaid,
  };
}

/** Where sites are built, and what each of them is sent. */
const SERVICES: readonly [name: string, hook: BuildHook, url: string, headers: object, body: object][] = [
  ['Netlify', { url: NETLIFY }, NETLIFY, {}, { type: 'mentions.changed', site: 'https://alice.example/' }],
  [
    'Cloudflare Pages',
    { url: 'https://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/7b' },
    'https://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/7b',
    {},
    { type: 'mentions.changed', site: 'https://alice.example/' },
  ],
  [
    'an event of GitHub',
    { url: 'https://api.github.com/repos/alice/blog/dispatches', token: 'github_pat_1' },
    'https://api.github.com/repos/alice/blog/dispatches',
    { authorization: 'Bearer github_pat_1', accept: 'application/vnd.github+json' },
    { event_type: 'hearback', client_payload: { site: 'https://alice.example/' } },
  ],
  [
    'a workflow of GitHub on a branch',
    { url: 'https://api.github.com/repos/alice/blog/actions/workflows/build.yml/dispatches?ref=pages', token: 't' },
    'https://api.github.com/repos/alice/blog/actions/workflows/build.yml/dispatches',
    { authorization: 'Bearer t' },
    { ref: 'pages' },
  ],
  [
    'anything with a token',
    { url: 'https://ci.example/build?x=1', token: 's' },
    'https://ci.example/build?x=1',
    { authorization: 'Bearer s' },
    { type: 'mentions.changed', site: 'https://alice.example/' },
  ],
];

describe('a build hook', () => {
  test.each(SERVICES)('asks %s in its words', async (_, hook, url, headers, body) => {
    const { house, run, approve, asked, said } = await open(hook);
    await using _house = house;
    house.web.on(url, { status: 204 });
    await approve();
    await run(2);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.headers).toMatchObject(headers);
    expect(JSON.parse(new TextDecoder().decode(asked()[0]?.body))).toEqual(body);
    expect(await said()).toMatchObject({ ok: true, reason: expect.stringContaining('HTTP 204') });
  });

  test('ten approvals are one build, and those of the next five minutes another', async () => {
    const { house, run, approve, asked } = await open({ url: NETLIFY });
    await using _ = house;
    house.web.on(NETLIFY, { status: 200 });
    await approve(10);
    await run(1);
    expect(asked()).toHaveLength(1);
    await run(2);
    await approve(10);
    await run(5);
    expect(asked()).toHaveLength(1);
    await run(60);
    expect(asked()).toHaveLength(2);
  });

  test('what is withdrawn is built out of the page', async () => {
    const { house, run, approve, asked } = await open({ url: NETLIFY });
    await using _ = house;
    house.web.on(NETLIFY, { status: 200 });
    await approve();
    await run(10);
    const step = { at: house.time.now, step: 'moderated', outcome: 'spam', reason: 'Spam.' } as const;
    await house.store.mentions.moderate('id-b1', 'spam', undefined, step);
    await run(20);
    expect(asked()).toHaveLength(2);
  });

  test('is tried again while nobody answers, five times, and says so without its address', async () => {
    const { house, run, approve, asked, said } = await open({ url: NETLIFY });
    await using _ = house;
    house.web.on(NETLIFY, { status: 503 });
    await approve();
    await run(24 * 60);
    expect(asked()).toHaveLength(5);
    expect(await said()).toMatchObject({ ok: false });
    expect(house.reported.join('\n')).toContain('api.netlify.com answered HTTP 503');
    expect(house.reported.join('\n')).not.toContain('5f1a');
    expect((await house.store.jobs.counts()).waiting).toBe(0);
  });

  test.each([
    [401, 'token'],
    [404, 'address'],
  ])('that is wrong is called once, and says what to mend: %i', async (status, what) => {
    const { house, run, approve, asked, said } = await open({ url: NETLIFY });
    await using _ = house;
    house.web.on(NETLIFY, { status });
    await approve();
    await run(24 * 60);
    expect(asked()).toHaveLength(1);
    expect((await said())?.reason).toContain(`Its ${what} is not good`);
  });

  test('waits as long as it is told to', async () => {
    const { house, run, approve, asked } = await open({ url: NETLIFY });
    await using _ = house;
    house.web.on(NETLIFY, { status: 429, headers: { 'retry-after': '3600' } });
    await approve();
    await run(60);
    expect(asked()).toHaveLength(1);
    await run(62);
    expect(asked()).toHaveLength(2);
  });

  test('whose site has none any more calls nobody', async () => {
    const { house, run, approve, asked } = await open({ url: NETLIFY });
    await using _ = house;
    await approve();
    await house.store.sites.setSwitches(SITE, { buildHook: null });
    await run(60);
    expect(asked()).toEqual([]);
  });

  test('of GitHub wants a token', () => {
    expect(wantsToken('https://api.github.com/repos/a/b/dispatches')).toBe(true);
    expect(wantsToken(NETLIFY)).toBe(false);
  });
});
