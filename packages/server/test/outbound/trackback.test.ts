import { writeTrackbackRdf } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { publish } from '../../src/outbound/publish.ts';
import { BLOG, blog, openHouse } from './house.ts';
import type { Script } from './scripted-web.ts';

const POST = `${BLOG}post`;
const PAGE = 'https://bob.example/2';
const ENDPOINT = 'https://bob.example/mt-tb.cgi/5';
const OK = '<response><error>0</error></response>';

const article = (words: string) =>
  `<!doctype html><title>On Bob’s &amp; more</title><article><p>${words} <a href="${PAGE}#c3">Bob</a>.</p></article>`;

/** Publishes the post, the page answering as given; the one delivery and the forms that were sent. */
async function tell(answer: Script, words = 'I have read what was written by') {
  await using house = await openHouse(blog());
  house.web.on(POST, article(words));
  house.web.on(PAGE, writeTrackbackRdf({ page: PAGE, endpoint: ENDPOINT, title: 'Two' }));
  house.web.on(ENDPOINT, answer);
  await publish(house.deps(), POST);
  await house.runDue();
  const [delivery] = await house.store.deliveries.list({ limit: 2 });
  const sent = house.web.asked.filter(({ method }) => method === 'POST');
  return {
    delivery,
    forms: sent.map(({ body }) => Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)))),
  };
}

describe('telling by TrackBack', () => {
  it('TB-C11 sends the words of the post as it was published, and the name of the site', async () => {
    const { delivery, forms } = await tell(OK);
    expect(delivery).toMatchObject({
      status: 'delivered',
      protocol: 'trackback',
      endpoint: ENDPOINT,
      target: `${PAGE}#c3`,
      httpStatus: 200,
      fault: undefined,
    });
    expect(forms).toEqual([
      {
        url: POST,
        title: 'On Bob’s & more',
        excerpt: '[…] I have read what was written by Bob. […]',
        blog_name: 'Alice',
      },
    ]);
  });

  it('is tried five times within a day, like any other delivery', async () => {
    await using house = await openHouse(blog());
    house.web.on(POST, article('By'));
    house.web.on(PAGE, writeTrackbackRdf({ page: PAGE, endpoint: ENDPOINT, title: 'Two' }));
    house.web.on(ENDPOINT, { status: 503, body: '' });
    await publish(house.deps(), POST);
    await house.runUntil(house.time.now + 24 * 3_600_000);
    expect(house.web.lines('POST')).toHaveLength(5);
    expect(await house.store.deliveries.list({ limit: 2 })).toMatchObject([{ status: 'failed', attempts: 5 }]);
  });

  it('DV-60 a pair that they have is delivered, without a fault of Pingback', async () => {
    const words = 'There is already a ping from that URL for this post.';
    const { delivery } = await tell(`<response><error>1</error><message>${words}</message></response>`);
    expect(delivery).toMatchObject({ status: 'delivered', fault: undefined, reason: expect.stringMatching(/already/) });
  });

  it.each<[string, Script, string, RegExp]>([
    ['TB-C12', '<response><error>1</error><message>Closed.</message></response>', 'refused', /Closed\./],
    ['DV-64', '<response><success>0</success></response>', 'delivered', /accepted/],
    ['DV-60', '', 'failed', /nothing/],
    ['DV-63', { status: 403, body: '<response><error>1</error></response>' }, 'retrying', /403/],
  ])('%s', async (_, answer, status, reason) => {
    const { delivery } = await tell(answer);
    expect(delivery).toMatchObject({ status, reason: expect.stringMatching(reason) });
  });
});
