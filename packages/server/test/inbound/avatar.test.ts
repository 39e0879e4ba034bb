import { createHash } from 'node:crypto';
import type { Entry, HttpFailure, HttpReply } from '@hearback/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAvatarHandler } from '../../src/inbound/avatar.ts';
import { createStep } from '../../src/jobs/step.ts';
import { createPictureMaker } from '../../src/worker/pictures.ts';
import { bomb, picture } from '../support/pictures.ts';
import { type House, openHouse } from '../web/house.ts';

const PHOTO = 'https://pictures.example/bob.png';
const MINUTE = 60_000;
let house: House;
let reply: Partial<HttpReply> | Omit<HttpFailure, 'ok' | 'reason'>;
let asked: string[];
let onAsk: () => Promise<void>;
let isOn: boolean;
let run: (ms?: number) => Promise<void>;

beforeEach(async () => {
  house = await openHouse();
  reply = {};
  asked = [];
  onAsk = async () => {};
  isOn = true;
  const { store, deps, time } = house;
  const avatar = createAvatarHandler({
    store,
    http: {
      async request({ url, maxBytes = 0, reads }) {
        asked.push(url);
        await onAsk();
        if ('kind' in reply) return { ok: false, reason: 'No answer.', ...reply };
        const usual = {
          status: 200,
          finalUrl: url,
          chain: [url],
          headers: [['content-type', 'image/png']],
          body: PNG,
        } as const;
        const whole = { ok: true, ...usual, ...reply } as const;
        const type = whole.headers.find(([name]) => name === 'content-type')?.[1];
        const body = reads?.(type) ? whole.body.slice(0, maxBytes) : new Uint8Array();
        return { ...whole, body, truncated: body.length < whole.body.length };
      },
    },
    pictures: createPictureMaker(),
    clock: deps.clock,
    random: { ...deps.random, fraction: () => 0.5 },
    isOn: () => isOn,
    nameOf: async (bytes) => createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
  });
  const nothing = async () => ({ outcome: 'done' }) as const;
  const sending = { deliver: nothing, watch: nothing, hook: nothing, notice: nothing };
  const others = { ...sending, verify: nothing, map: nothing, chore: nothing };
  const failures: string[] = [];
  const handlers = { ...others, avatar };
  const step = createStep({
    ...{ jobs: store.jobs, lostJobs: store.lostJobs, clock: deps.clock, random: deps.random, handlers },
    onFailure: (_, reason) => failures.push(reason),
  });
  run = async (ms = 0) => {
    time.now += ms;
    while ((await step.begin()) > 0) await step.idle();
    expect(failures).toEqual([]);
  };
});
afterEach(() => house.close());

const PNG = picture('png', 200, 100);
const entry: Partial<Entry> = { author: { name: 'Bob', url: 'https://bob.example/', photo: PHOTO } };
const approved = (photo = PHOTO) =>
  house.seed({ moderation: 'approved', entry: { author: { name: 'Bob', url: 'https://bob.example/', photo } } });
const nameOf = async (id: string) => (await house.store.avatars.names([id])).get(id);
const reasons = async (id: string) =>
  (await house.store.mentions.trace(id)).filter(({ step }) => step === 'fetched').map(({ reason }) => reason);

describe('the picture of an author', () => {
  test('is fetched after the approval, which does not wait for it', async () => {
    const id = await house.seed({ entry });
    await run();
    expect(asked).toEqual([]);
    onAsk = () => Promise.reject(new Error('never during the approval'));
    await house.desk.moderate([id], 'approved');
    expect([asked, await nameOf(id)]).toEqual([[], undefined]);
    onAsk = async () => {};
    await run();
    expect(asked).toEqual([PHOTO]);
    const name = await nameOf(id);
    expect(name).toMatch(/^[\w-]{22}\.jpg$/);
    expect((await house.store.avatars.bytes(name ?? ''))?.length).toBeGreaterThan(100);
  });

  test('goes when readers see the mention no more, and comes again with it', async () => {
    const id = await approved();
    await run();
    const name = (await nameOf(id)) ?? '';
    await house.desk.moderate([id], 'rejected');
    expect([await nameOf(id), await house.store.avatars.bytes(name)]).toEqual([undefined, undefined]);
    await house.desk.moderate([id], 'approved');
    await run();
    expect(await nameOf(id)).toBe(name);
  });

  test('goes when its author is forgotten', async () => {
    const id = await approved();
    await run();
    const name = (await nameOf(id)) ?? '';
    await house.store.forget({ host: 'bob.example' });
    expect(await house.store.avatars.bytes(name)).toBeUndefined();
    await house.store.forget({ host: 'pictures.example' });
  });

  test('goes with the page that has the picture, too', async () => {
    const id = await approved();
    await run();
    await house.store.forget({ host: 'pictures.example' });
    expect(await nameOf(id)).toBeUndefined();
  });

  test('is not kept when the mention was hidden, or changed its picture, while it was fetched', async () => {
    const id = await approved();
    onAsk = async () => void (await house.desk.moderate([id], 'spam'));
    await run();
    expect([asked.length, await nameOf(id), await reasons(id)]).toEqual([1, undefined, []]);
  });

  test('is another one when the page names another', async () => {
    const id = await approved();
    await run();
    const before = await nameOf(id);
    house.time.now += MINUTE;
    const at = house.time.now;
    const other = 'https://pictures.example/other.png';
    const mention = await house.store.mentions.byId(id);
    const changed = { ...(mention?.entry as Entry), author: { name: 'Bob', url: '', photo: other } };
    await house.store.mentions.recordCheck(id, { link: 'live', checkedAt: at, lastSeenAt: at, entry: changed }, []);
    expect(await nameOf(id)).toBeUndefined();
    reply = { body: picture('png', 50, 50, [0, 0, 255, 255]) };
    await run();
    expect(asked).toEqual([PHOTO, other]);
    expect(await nameOf(id)).not.toBe(before);
  });

  test('is fetched once for all mentions of its author, and anew after a month', async () => {
    const ids = [await approved(), await approved(), await approved()];
    await run();
    expect(asked).toEqual([PHOTO]);
    expect(new Set(await Promise.all(ids.map(nameOf))).size).toBe(1);
    house.time.now += 31 * 24 * 60 * MINUTE;
    const at = house.time.now;
    for (const id of ids) await house.store.mentions.recordCheck(id, { link: 'live', checkedAt: at }, []);
    await run();
    expect(asked).toHaveLength(2);
  });

  test.each(['', 'data:image/png;base64,AAAA', 'javascript:alert(1)', 'ftp://pictures.example/x', '/x.png'])(
    'is not asked for at “%s”',
    async (photo) => {
      await approved(photo);
      await run();
      expect(asked).toEqual([]);
    },
  );

  test('is neither asked for nor kept where the site does not keep pictures', async () => {
    isOn = false;
    const id = await approved();
    await run();
    expect([asked, await nameOf(id)]).toEqual([[], undefined]);
    isOn = true;
    await house.store.avatars.fetchMissing(house.site.id, house.time.now);
    await run();
    expect(await nameOf(id)).toBeDefined();
    await house.store.avatars.removeAll([house.site.id]);
    expect(await nameOf(id)).toBeUndefined();
  });
});

describe('a picture that is refused leaves its reason, and is not asked for again', () => {
  const type = (text: string) => ({ headers: [['content-type', text]] as const });
  test.each([
    ['it gave 404', { status: 404 }],
    ['it is no PNG, JPEG, GIF or WebP by its Content-Type', type('image/svg+xml')],
    ['it is no PNG, JPEG, GIF or WebP by its Content-Type', type('text/html')],
    ['it is no PNG, JPEG, GIF or WebP that says how large it is', { body: Buffer.from('<svg><script/></svg>') }],
    ['it has more than 512 KiB', { body: Buffer.concat([PNG, Buffer.alloc(600_000)]) }],
    ['it has 60000 by 60000 pixels', { body: bomb(60_000, 60_000, 10) }],
    ['it has 4096 by 1025 pixels', { body: bomb(4096, 1025, 10) }],
    ['it cannot be decoded', { body: bomb(2000, 2000, 10) }],
    ['it cannot be decoded', { body: PNG.slice(0, 60) }],
    ['No answer', { kind: 'refused' as const }],
    ['No answer', { kind: 'redirects' as const }],
  ])('%s', async (reason, given) => {
    reply = given;
    const id = await approved();
    await run();
    await run(24 * 60 * MINUTE);
    expect(asked).toHaveLength(1);
    expect(await nameOf(id)).toBeUndefined();
    const [step, ...more] = await reasons(id);
    expect(more).toEqual([]);
    expect(step).toContain(`The author’s picture ${PHOTO} is not kept: ${reason}`);
  });

  test('a server that does not know what it serves is believed by the bytes', async () => {
    reply = type('application/octet-stream');
    const id = await approved();
    await run();
    expect(await nameOf(id)).toBeDefined();
  });
});

describe('a picture that cannot be had now', () => {
  test.each([{ status: 503 }, { status: 429 }, { kind: 'timeout' as const }, { kind: 'dns' as const }])(
    'is asked for three times at most: %o',
    async (given) => {
      reply = given;
      const id = await approved();
      await run();
      for (let n = 0; n < 5; n++) await run(24 * 60 * MINUTE);
      expect(asked).toHaveLength(3);
      expect(await reasons(id)).toHaveLength(1);
    },
  );

  test('waits for its turn, which is no attempt', async () => {
    reply = { kind: 'waiting', waitMs: 5 * MINUTE };
    const id = await approved();
    await run();
    for (let n = 0; n < 5; n++) await run(5 * MINUTE);
    expect(asked).toHaveLength(6);
    reply = {};
    await run(5 * MINUTE);
    expect(await nameOf(id)).toBeDefined();
  });
});
