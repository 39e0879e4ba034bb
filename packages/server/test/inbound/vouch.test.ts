import { describe, expect, it } from 'vitest';
import { createInbox } from '../../src/inbound/accept.ts';
import { createVouching } from '../../src/inbound/vouch.ts';
import { linking, openHouse, SOURCE, TARGET } from './house.ts';

const FRIEND = 'https://friend.example/blogroll';
const SPAM = 'https://spam.example/page';
const blogroll = (attributes: string) => `<!doctype html><title>Friends</title><aside><a ${attributes}>Bob</a></aside>`;

/** A house that knows `friend.example` and wants everybody else to be vouched for. */
async function openStrict() {
  const house = await openHouse();
  house.web.set('https://friend.example/post', linking());
  await house.tell('https://friend.example/post');
  await house.pass(10_000);
  await house.desk.moderate([(await house.only()).id], 'approved');
  house.asked.length = 0;
  const { mentions, turns } = house.store;
  const { http, reader, clock, directory } = house;
  const victimOf = (url: URL) => url.hostname;
  const vouching = createVouching({ mentions, turns, http, reader, directory, clock, victimOf, gapMs: 180_000 });
  const inbox = createInbox({ ...house.receiving, vouching });
  const tell = (vouch?: string, source = SOURCE, protocol: 'webmention' | 'pingback' = 'webmention') =>
    inbox.accept({ protocol, source, target: TARGET, ...(vouch !== undefined && { vouch }) }, {});
  return Object.assign(house, { tellStrict: tell });
}

const refused = (because: string) => ({ outcome: 'refused', because });

/** Id, the vouch, what its page says, what is answered, how many pages are fetched. */
const CASES: readonly [string, string | undefined, string | number, object, number][] = [
  ['VO-01 VO-06 a followed link', FRIEND, blogroll('href="https://bob.example/"'), { outcome: 'accepted' }, 1],
  ['VO-02 no vouch', undefined, '', refused('vouch-wanted'), 0],
  ['a vouch that is no page', 'file:///etc/passwd', '', refused('vouch-useless'), 0],
  ['a vouch that is no URL', 'friend', '', refused('vouch-useless'), 0],
  ['a private address', 'http://169.254.169.254/', '', refused('vouch-useless'), 0],
  ['an unknown voucher', SPAM, blogroll('href="https://bob.example/"'), refused('vouch-useless'), 0],
  ['nofollow', FRIEND, blogroll('href="https://bob.example/" rel="nofollow"'), refused('vouch-useless'), 1],
  ['written by a visitor', FRIEND, blogroll('href="https://bob.example/" rel="ugc"'), refused('vouch-useless'), 1],
  ['self-vouch', `${SOURCE}?2`, blogroll('href="https://bob.example/"'), refused('vouch-useless'), 0],
  ['on our own site', 'https://alice.example/x', blogroll('href="https://bob.example/"'), refused('vouch-useless'), 0],
  ['VO-02 no link', FRIEND, blogroll('href="https://notbob.example/"'), refused('vouch-useless'), 1],
  ['a longer host', FRIEND, blogroll('href="https://bob.example.org/"'), refused('vouch-useless'), 1],
  ['VO-02 not there', FRIEND, 404, refused('vouch-useless'), 1],
];

describe('a site that wants vouches', () => {
  it.each(CASES)('%s', async (_, vouch, page, answer, fetches) => {
    await using house = await openStrict();
    if (vouch !== undefined) house.web.set(vouch, page);
    expect(await house.tellStrict(vouch)).toMatchObject(answer);
    expect(house.asked).toHaveLength(fetches);
  });

  it('VO-02 VO-06 needs none for a known site', async () => {
    await using house = await openStrict();
    expect(await house.tellStrict(undefined, 'https://friend.example/other')).toMatchObject({ outcome: 'accepted' });
  });

  it('asks none of a pingback, which cannot bring one', async () => {
    await using house = await openStrict();
    expect(await house.tellStrict(undefined, SOURCE, 'pingback')).toMatchObject({ outcome: 'accepted' });
  });

  it('looks at one voucher twenty times an hour at most, whoever asks', async () => {
    await using house = await openStrict();
    house.web.set(FRIEND, blogroll('href="https://bob.example/"'));
    let looks = 0;
    for (let second = 0; second < 3600; second += 30) {
      const { outcome } = await house.tellStrict(FRIEND, `https://bob.example/${second}`);
      if (outcome !== 'limited') looks += 1;
      house.time.now += 30_000;
    }
    expect(looks).toBe(20);
    expect(house.asked).toHaveLength(20);
  });

  it('tells the owner why it turned one away', async () => {
    await using house = await openStrict();
    await house.tellStrict();
    expect(await house.store.refusals.list({ limit: 1 })).toMatchObject([{ source: SOURCE, protocol: 'webmention' }]);
  });
});

it('is off unless the owner turns it on: nothing is fetched for a vouch', async () => {
  await using house = await openHouse();
  const vouch = 'http://169.254.169.254/';
  expect(await house.inbox.accept({ protocol: 'webmention', source: SOURCE, target: TARGET, vouch }, {})).toMatchObject(
    {
      outcome: 'accepted',
    },
  );
  expect(house.asked).toEqual([]);
});
