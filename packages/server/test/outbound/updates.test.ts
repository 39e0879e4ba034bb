import { describe, expect, it } from 'vitest';
import { preview } from '../../src/outbound/preview.ts';
import { blog } from './house.ts';
import { article, ONE, openRocks, PART, POST } from './rocks.ts';

const told = (target: string, key: number) => `POST ${target}/ep?key=${key}`;

describe('WM-S10 a page that was edited', () => {
  it('ROCKS-U1 the old target and the new one are told, each at an endpoint found anew (WM-S11)', async () => {
    const { house, send, web } = await openRocks(ONE);
    await using _ = house;
    expect((await send()).told).toEqual([told(ONE, 1)]);
    web.on(POST, article('First.', ONE, PART));
    expect((await send()).told.sort()).toEqual([told(ONE, 3), told(PART, 2)]);
  });

  it('ROCKS-U2 the target whose link was removed is told too, once', async () => {
    const { house, send, web } = await openRocks(ONE, PART);
    await using _ = house;
    await send();
    web.on(POST, article('First.', ONE));
    const { published, told: again } = await send();
    expect(again.sort()).toEqual([told(ONE, 3), told(PART, 4)]);
    expect(published.ok && published.deliveries.map(({ target }) => target)).toEqual([ONE, PART]);
    web.on(POST, article('Second.', ONE));
    expect((await send()).told).toEqual([told(ONE, 5)]);
    web.on(POST, article('Second.', ONE, PART));
    expect((await send()).told).toHaveLength(2);
  });

  it('is told of again for its words, and not for what stands around them', async () => {
    const { house, send, web } = await openRocks(ONE);
    await using _ = house;
    await send();
    expect((await send()).told).toEqual([]);
    web.on(POST, article('First.', ONE).replace('New:', 'Newer:'));
    expect((await send()).told).toEqual([]);
    web.on(POST, article('Better.', ONE));
    expect((await send()).told).toEqual([told(ONE, 2)]);
    expect((await send()).told).toEqual([]);
  });

  it('tells nobody while sending is off', async () => {
    const { house, send, web } = await openRocks(ONE);
    await using _ = house;
    await send();
    await house.store.sites.setSwitches(blog().id, { send: false });
    web.on(POST, article('Better.', ONE));
    expect((await send()).told).toEqual([]);
  });

  it('tells those again who refused, since what they missed may be there now', async () => {
    const { house, send, web } = await openRocks();
    await using _ = house;
    web.on('https://b.example/', { headers: { link: '</ep>; rel=webmention' } });
    web.on('https://b.example/ep', { status: 400 });
    web.on(POST, article('First.', 'https://b.example/'));
    expect((await send()).told).toHaveLength(1);
    expect((await send()).told).toEqual([]);
    web.on(POST, article('Better.', 'https://b.example/'));
    expect((await send()).told).toHaveLength(1);
  });

  it('tells no pingback twice', async () => {
    const { house, send, web } = await openRocks();
    await using _ = house;
    web.on('https://b.example/', { headers: { 'x-pingback': 'https://b.example/rpc' } });
    web.on(
      'https://b.example/rpc',
      '<methodResponse><params><param><value>ok</value></param></params></methodResponse>',
    );
    web.on(POST, article('First.', 'https://b.example/'));
    expect((await send()).told).toHaveLength(1);
    web.on(POST, article('Better.'));
    expect((await send()).told).toEqual([]);
  });

  it('shows in a dry run who would be told', async () => {
    const { house, send, web } = await openRocks(ONE, PART);
    await using _ = house;
    await send();
    web.on(POST, article('First.', ONE));
    const shown = await preview(house.deps(), POST);
    expect(shown.ok && shown.deliveries.map(({ target, status, reason }) => [target, status, reason])).toEqual([
      [ONE, 'queued', 'The page was edited since they were told.'],
      [PART, 'queued', 'The page does not link there any more.'],
    ]);
    expect(house.web.lines('POST')).toHaveLength(2);
  });
});

describe('WM-S13 a page that was deleted', () => {
  it.each([
    ['ROCKS-X1 410', { status: 410, body: '<p>Gone</p>' }],
    ['ROCKS-X1 meta', '<!doctype html><meta http-equiv="Status" content="410 Gone"><title>Gone</title>'],
  ])('%s: everyone is told, once', async (_, page) => {
    const { house, send, web } = await openRocks(ONE, PART);
    await using _house = house;
    await send();
    web.on(POST, page);
    const { published, told: again } = await send();
    expect(again).toHaveLength(2);
    expect(published.ok && published.deliveries.map(({ target }) => target).sort()).toEqual([ONE, PART]);
    expect(await send()).toMatchObject({ published: { ok: true }, told: [] });
  });

  it('is no news when nobody knew of it', async () => {
    const { house, send, web } = await openRocks();
    await using _ = house;
    web.on(POST, { status: 410 });
    expect((await send()).published).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/is gone, and nobody was told/),
    });
    expect(await preview(house.deps(), POST)).toMatchObject({ ok: false });
  });

  it('is not deleted for a 404, which an outage may be', async () => {
    const { house, send, web } = await openRocks(ONE);
    await using _ = house;
    await send();
    web.on(POST, { status: 404 });
    expect(await send()).toMatchObject({ published: { ok: false }, told: [] });
  });
});
