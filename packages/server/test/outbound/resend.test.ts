import { describe, expect, it } from 'vitest';
import { publish } from '../../src/outbound/publish.ts';
import { createResend } from '../../src/outbound/resend.ts';
import { BLOG, blog, openHouse } from './house.ts';

const HOUR = 3_600_000;
const TARGETS = ['https://bob.example/1', 'https://bob.example/2', 'https://carol.example/3'];

/** Three links: two fail for good, one is told. */
async function open() {
  const house = await openHouse(blog());
  house.web.on(`${BLOG}post`, `<article>${TARGETS.map((url) => `<a href="${url}">x</a>`).join(' ')}</article>`);
  for (const target of TARGETS) house.web.on(target, { headers: { link: '</wm>; rel=webmention' }, body: '' });
  house.web.on('https://bob.example/wm', { failure: 'invalid' });
  house.web.on('https://carol.example/wm', { status: 202 });
  await publish(house.deps(), `${BLOG}post`);
  await house.runUntil(house.time.now + 48 * HOUR);
  const resend = createResend({ ...house.deps(), pace: () => 20_000 });
  const rows = async () => (await house.store.deliveries.list({ limit: 9 })).toReversed();
  return { house, resend, rows };
}

describe('sending again', () => {
  it('tells all that failed, at the pace of their host, and nobody else', async () => {
    const { house, resend, rows } = await open();
    await using _ = house;
    expect((await rows()).map(({ status }) => status)).toEqual(['failed', 'failed', 'delivered']);
    house.web.on('https://bob.example/wm', { status: 202 });
    const asked = house.web.asked.length;
    const again = await resend({ failedOf: undefined }, 'alice');
    expect(again.map(({ target }) => target).sort()).toEqual(TARGETS.slice(0, 2));
    await house.runDue();
    expect(house.web.asked).toHaveLength(asked + 2);
    await house.runUntil(house.time.now + HOUR);
    expect((await rows()).map(({ status, attempts }) => [status, attempts])).toEqual(
      TARGETS.map(() => ['delivered', 1]),
    );
    expect(house.web.lines('POST').filter((line) => line.includes('carol'))).toHaveLength(1);
    const steps = await house.store.deliveries.trace(again[0]?.id ?? '');
    expect(steps.map(({ reason }) => reason)).toContain('Sent again by alice.');
  });

  it('tells one that was told, and passes over what is unknown, of another site, or waits', async () => {
    const { house, resend, rows } = await open();
    await using _ = house;
    const told = (await rows())[2]?.id ?? '';
    expect(await resend({ failedOf: 'other.example' }, 'alice')).toEqual([]);
    expect(await resend({ ids: ['nobody', told] }, 'alice')).toMatchObject([{ id: told, status: 'queued' }]);
    expect(await resend({ ids: [told] }, 'alice')).toEqual([]);
    await house.runDue();
    expect(house.web.lines('POST').filter((line) => line.includes('carol'))).toHaveLength(2);
  });

  it('does not wait for the next try of what is being tried', async () => {
    const { house, resend, rows } = await open();
    await using _ = house;
    house.web.on('https://bob.example/wm', { failure: 'timeout' });
    await resend({ failedOf: undefined }, 'alice');
    await house.runUntil(house.time.now + 60_000);
    expect((await rows())[0]).toMatchObject({ status: 'retrying' });
    house.web.on('https://bob.example/wm', { status: 202 });
    const id = (await rows())[0]?.id ?? '';
    await resend({ ids: [id] }, 'alice');
    await house.runDue();
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'delivered', attempts: 1 });
  });
});
