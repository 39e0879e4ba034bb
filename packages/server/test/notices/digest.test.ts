import { describe, expect, it } from 'vitest';
import { nextSending } from '../../src/inbound/notify/pace.ts';
import { HOUR, MINUTE, mailTo, openHouse } from './house.ts';
import { answer, bodies, header, openMailServer } from './smtp.ts';

const subjects = (mails: readonly { readonly raw: string }[]) => mails.map(({ raw }) => header(raw, 'Subject'));
const moment = (text: string) => Date.parse(text);

describe('a digest', () => {
  it.each([
    ['hourly', 8, 'UTC', '2026-01-05T12:00:00Z', '2026-01-05T13:00:00Z'],
    ['hourly', 8, 'UTC', '2026-01-05T12:59:59Z', '2026-01-05T13:00:00Z'],
    ['daily', 8, 'UTC', '2026-01-05T12:00:00Z', '2026-01-06T08:00:00Z'],
    ['daily', 8, 'Europe/Berlin', '2026-01-05T06:59:00Z', '2026-01-05T07:00:00Z'],
    ['daily', 8, 'Europe/Berlin', '2026-07-05T06:01:00Z', '2026-07-06T06:00:00Z'],
    ['daily', 8, 'Asia/Kathmandu', '2026-01-05T00:00:00Z', '2026-01-05T02:15:00Z'],
    ['daily', 23, 'America/New_York', '2026-01-05T12:00:00Z', '2026-01-06T04:00:00Z'],
    // The clocks go forward from 2 to 3 that night, which is when it goes, and back from 3 to 2 that one: once either way.
    ['daily', 2, 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['daily', 2, 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z'],
  ] as const)('%s at %i in %s, from %s, goes at %s', (pace, hour, zone, now, then) => {
    expect(new Date(nextSending({ pace, hour, zone }, moment(now))).toISOString()).toBe(
      new Date(moment(then)).toISOString(),
    );
  });

  it('goes at its hour, with all that happened and is still so', async () => {
    await using server = await openMailServer();
    await using house = await openHouse(server.port);
    await house.save(mailTo({ timing: { pace: 'daily', hour: 8, zone: 'Europe/Berlin' } }));
    for (let n = 0; n < 5; n += 1) {
      await house.hold(`bob${n}`, { title: `Title ${n}` });
      await house.pass(MINUTE);
    }
    await house.judge('mention-bob3', 'approved');
    await house.pass(18 * HOUR);
    expect(server.mails).toEqual([]);
    await house.pass(HOUR);
    expect(subjects(server.mails)).toEqual(['[Hearback] 4 mentions wait for you']);
    const { text, html } = bodies(server.mails[0]?.raw ?? '');
    for (const part of [text, html]) {
      expect(part).toContain('Title 4');
      expect(part).not.toContain('Title 3');
    }
    await house.pass(48 * HOUR);
    expect(server.mails).toHaveLength(1);
  });
});

describe('a wave', () => {
  it('of a thousand mentions is one mail, and not one of them is lost', async () => {
    await using server = await openMailServer();
    await using house = await openHouse(server.port);
    await house.save(mailTo());
    for (let n = 0; n < 1_000; n += 1) await house.hold(`eve${n}`, { excerpt: 'x'.repeat(3_000) });
    await house.pass(48 * HOUR);
    expect(subjects(server.mails)).toEqual(['[Hearback] 1,000 mentions wait for you']);
    expect(server.mails[0]?.raw.length).toBeLessThan(400_000);
    expect(new Set(await house.states())).toEqual(new Set(['mention.held sent']));
    // Two weeks later one of them has its place in the outbox still, two months later it has not.
    await house.store.notices.tidy(house.time.now);
    expect(await house.states()).toEqual([]);
  }, 60_000);

  it('that goes on for hours is ten mails an hour, whatever becomes of each', async () => {
    const times: number[] = [];
    let clock = { now: 0 };
    const onMessage = () => {
      times.push(clock.now);
      if (times.length % 4 === 0) throw answer(451, 'Busy');
    };
    await using server = await openMailServer({ onMessage });
    await using house = await openHouse(server.port);
    clock = house.time;
    await house.save(mailTo());
    for (let n = 0; n < 180; n += 1) {
      await house.hold(`eve${n}`);
      await house.pass(MINUTE);
    }
    await house.pass(24 * HOUR);
    expect(new Set(await house.states())).toEqual(new Set(['mention.held sent']));
    // Those that were not taken are tried again; they are few.
    for (const time of times)
      expect(times.filter((at) => at >= time && at < time + HOUR).length).toBeLessThanOrEqual(16);
    expect(server.mails.length).toBeLessThanOrEqual(35);
    const ids = server.mails.map(({ raw }) => header(raw, 'Message-ID'));
    expect(new Set(ids).size).toBe(ids.length);
  }, 60_000);
});
