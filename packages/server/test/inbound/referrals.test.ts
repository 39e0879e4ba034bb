import { describe, expect, it } from 'vitest';
import { HOUR, linking, openHouse, SOURCE, silent, TARGET } from './house.ts';

const DAY = 24 * HOUR;
const ORIGIN = 'https://bob.example/';
const FEED = 'https://bob.example/feed';
const FRONT = `<!doctype html><title>Bob</title><link rel="alternate" type="application/rss+xml" href="/feed">`;

type House = Awaited<ReturnType<typeof openHouse>>;

const rss = (...items: [link: string, content: string][]) =>
  `<rss version="2.0"><channel><title>Bob</title>${items
    .map(([link, content]) => `<item><link>${link}</link><description><![CDATA[${content}]]></description></item>`)
    .join('')}</channel></rss>`;
const item = (link: string, to = TARGET) => [link, `<p><a href="${to}">a post</a>`] as [string, string];

const visit = (house: House, client: string | undefined, source = ORIGIN, target = TARGET) =>
  house.referrals.hear({ source, target, at: undefined, client }, {});

/** Visits of as many different networks, and what comes of them within the hour. */
async function visits(house: House, count: number, source = ORIGIN, target = TARGET): Promise<void> {
  for (let block = 1; block <= count; block += 1) await visit(house, `192.0.${block}.1`, source, target);
  await house.pass(HOUR);
}

describe('RF-03 a full referrer', () => {
  it('is verified and held like any notification', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    expect(await visit(house, '192.0.2.1', SOURCE)).toBe('told');
    await house.pass(HOUR);
    expect(await house.only()).toMatchObject({ protocols: ['refback'], link: 'live', moderation: 'pending' });
  });

  it('of a page that links is only counted from then on', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    for (let day = 0; day < 5; day += 1) {
      for (let time = 0; time < 3; time += 1) await visit(house, '192.0.2.1', SOURCE);
      await house.pass(DAY);
    }
    expect(house.asked).toEqual([SOURCE]);
    expect(await house.only()).toMatchObject({ repeats: 14, link: 'live' });
  });

  it('RF-07 of a page that does not link is looked at once a day', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, silent);
    for (let hour = 0; hour < 48; hour += 1) {
      await visit(house, '192.0.2.1', SOURCE);
      await house.pass(HOUR);
    }
    expect(house.asked).toEqual([SOURCE, SOURCE]);
  });

  it('looks again when a known pair is heard of by a visitor for the first time', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, '<p><a href="https://www.alice.example/post/">L5</a>');
    await house.tell(SOURCE, TARGET, 'webmention');
    await house.pass(HOUR);
    expect((await house.only()).link).toBe('absent');
    await visit(house, '192.0.2.1', SOURCE);
    await house.pass(HOUR);
    expect(await house.only()).toMatchObject({ link: 'live', level: 'L5', protocols: ['webmention', 'refback'] });
  });

  it('does not hinder a webmention from updating', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await visit(house, '192.0.2.1', SOURCE);
    await house.pass(HOUR);
    await house.tell(SOURCE, TARGET, 'webmention');
    await house.pass(HOUR);
    expect(house.asked).toEqual([SOURCE, SOURCE]);
  });

  it('of a foreign target is refused', async () => {
    await using house = await openHouse();
    expect(await visit(house, '192.0.2.1', SOURCE, 'https://elsewhere.example/')).toBe('refused');
  });
});

describe('RF-06 a bare origin', () => {
  it('is asked after visits from three networks in a day, and not before', async () => {
    await using house = await openHouse();
    for (const client of ['192.0.1.1', '192.0.1.2', '192.0.2.1', '192.0.2.9', '192.0.1.1'])
      expect(await visit(house, client)).toBe('waiting');
    await house.pass(HOUR);
    expect(house.asked).toEqual([]);
    await visit(house, '192.0.3.1');
    await house.pass(HOUR);
    expect(house.asked).toEqual([ORIGIN]);
  });

  it('does not add up the visitors of two days', async () => {
    await using house = await openHouse();
    for (const client of ['192.0.1.1', '192.0.2.1', '192.0.3.1']) {
      await visit(house, client);
      await house.pass(DAY);
    }
    expect(house.asked).toEqual([]);
  });

  it('costs two requests at most, and none again that day', async () => {
    await using house = await openHouse();
    house.web.set(ORIGIN, FRONT).set(FEED, rss(item('https://bob.example/other', 'https://x.example/')));
    for (let time = 0; time < 5; time += 1) await visits(house, 9);
    expect(house.asked).toEqual([ORIGIN, FEED]);
    await house.pass(DAY);
    await visits(house, 3);
    expect(house.asked).toEqual([ORIGIN, FEED, ORIGIN, FEED]);
  });

  it('finds the posts that link, and only those', async () => {
    await using house = await openHouse();
    const posts = ['https://bob.example/1', 'https://bob.example/2'];
    house.web.set(ORIGIN, FRONT + linking());
    house.web.set(
      FEED,
      rss(...posts.map((url) => item(url)), ['https://bob.example/3', TARGET], item('/4', `${TARGET}s`)),
    );
    for (const url of posts) house.web.set(url, linking());
    await visits(house, 3);
    const found = await house.store.mentions.list({ limit: 9 });
    expect(found.map(({ source, link }) => [source, link]).sort()).toEqual(posts.map((url) => [url, 'live']));
    expect(house.asked).toEqual([ORIGIN, FEED, ...posts]);
    expect(house.reports).toEqual(['Visitors came from https://bob.example/: 2 of its pages were found to link here.']);
  });

  it('takes the front page where no post is found', async () => {
    await using house = await openHouse();
    house.web.set(ORIGIN, linking());
    await visits(house, 3);
    expect(await house.only()).toMatchObject({ source: ORIGIN, link: 'live', protocols: ['refback'] });
  });

  it('looks for each page that was visited from there', async () => {
    await using house = await openHouse();
    const other = 'https://alice.example/other';
    house.web.set(ORIGIN, FRONT).set(FEED, rss(item('/1'), item('/2', other)));
    await visit(house, '192.0.9.1', ORIGIN, other);
    await visits(house, 3);
    const found = await house.store.mentions.list({ limit: 9 });
    expect(found.map(({ source, target }) => `${source} ${target}`).sort()).toEqual([
      `https://bob.example/1 ${TARGET}`,
      `https://bob.example/2 ${other}`,
    ]);
  });

  it('asks no feed of another host, and tells no pages of one', async () => {
    await using house = await openHouse();
    house.web.set(ORIGIN, FRONT.replace('/feed', 'https://victim.example/feed'));
    await visits(house, 3);
    house.web.set('https://carl.example/', FRONT);
    house.web.set('https://carl.example/feed', rss(item('https://victim.example/1')));
    await visits(house, 3, 'https://carl.example/');
    expect(house.asked).toEqual([ORIGIN, 'https://carl.example/', 'https://carl.example/feed']);
  });

  it.each([
    ['its address is refused', 'http://10.0.0.1/', TARGET],
    ['the target is foreign', ORIGIN, 'https://elsewhere.example/'],
    ['it is our own', 'https://alice.example/', 'https://alice.example/'],
  ])('is not counted when %s', async (_, origin, target) => {
    await using house = await openHouse();
    expect(await visit(house, '192.0.2.1', origin, target)).toBe('refused');
    await visits(house, 3, origin, target);
    expect(house.asked).toEqual([]);
    expect(await house.store.refusals.list({ limit: 9 })).toEqual([]);
  });

  it('is not counted for a visitor without an address', async () => {
    await using house = await openHouse();
    expect(await visit(house, undefined)).toBe('refused');
  });
});
