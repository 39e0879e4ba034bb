import { describe, expect, it } from 'vitest';
import { HOUR, mailTo, topicAt } from '../notices/house.ts';
import { answer, bodies, header, openMailServer } from '../notices/smtp.ts';
import { DAY, openReporting, WANTS } from './house.ts';

/** Headers that are no ASCII are encoded words (RFC 2047). */
const decoded = (text = '') =>
  text.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?Q\?([^?]*)\?=/g, (_, word: string) =>
    decodeURIComponent(
      word
        .replaceAll('_', ' ')
        .replaceAll('%', '%25')
        .replace(/=([0-9A-F]{2})/g, '%$1'),
    ),
  );
const subjects = (mails: readonly { readonly raw: string }[]) =>
  mails.map(({ raw }) => decoded(header(raw, 'Subject')));
/** The house begins on Monday 5 January 2026 at noon. */
const TO_MONDAY = 6 * DAY + 12 * HOUR;

describe('the report of a week', () => {
  it('comes once, on Monday at six by the clock of the site, with what happened and where to see it', async () => {
    const times: number[] = [];
    let clock = { now: 0 };
    await using server = await openMailServer({ onMessage: () => void times.push(clock.now) });
    await using house = await openReporting(server.port, { report: 'weekly', zone: 'Europe/Berlin' });
    clock = house.time;
    await house.save(WANTS);
    await house.pass(DAY);
    for (const name of ['bob', 'carol', 'dave']) {
      await house.arrive(name, { title: `Words of ${name}` });
      await house.look(name);
    }
    await house.judge('mention-bob', 'approved');
    await house.judge('mention-dave', 'spam');
    await house.pass(DAY);
    await house.look('bob', 'live', { rel: ['nofollow'], isFollowed: false });
    await house.look('carol', 'lost');
    await house.pass(7 * DAY);
    expect(subjects(server.mails)).toEqual(['[Hearback] Links to Alice, 5 – 11 Jan 2026: 2 new, 1 lost and 1 changed']);
    expect(times.map((at) => new Date(at).toISOString())).toEqual(['2026-01-12T05:00:20.000Z']);
    const raw = server.mails[0]?.raw ?? '';
    expect(header(raw, 'List-Unsubscribe')).toMatch(/\/notices\/stop\/mail\.[0-9a-f]{64}>$/);
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
    const { text, html } = bodies(raw);
    for (const part of [text, html]) {
      expect(part).toContain('“Words of bob” (bob.example) → /post');
      expect(part).toMatch(/Other marks on the link: nothing → “nofollow”/);
      expect(part).not.toContain('dave');
      expect(part).toContain('Links that are there now: 1');
      expect(part).toContain('https://hear.alice.example/admin/sites/alice.example');
    }
    const address = 'https://hear.alice.example/admin/links/changes?site=alice.example&from=2026-01-05&to=2026-01-11';
    expect(text).toContain(`New links: 2\n${address}&kind=new\n  - “Words of carol”`);
    expect(text).toContain(`Lost links: 1\n${address}&kind=lost\n`);
    // The week after that nothing happened: nobody is written to, and the outbox says why.
    await house.pass(7 * DAY);
    expect(server.mails).toHaveLength(1);
    const [last, ...rest] = await house.store.notices.list({ limit: 9 });
    expect([last?.state, last?.reason, rest.length]).toEqual([
      'dropped',
      'Nothing happened to the links in that time.',
      1,
    ]);
  });

  it('belongs to the day of the site: what happens after its midnight is of the next week', async () => {
    await using server = await openMailServer();
    await using house = await openReporting(server.port, { report: 'weekly', zone: 'America/New_York' });
    await house.save(WANTS);
    // Sunday 23:59 in New York is Monday 04:59 UTC.
    await house.pass(TO_MONDAY + 5 * HOUR - 60_000);
    await house.arrive('bob');
    await house.pass(120_000);
    await house.arrive('carol');
    await house.pass(7 * DAY + 12 * HOUR);
    expect(subjects(server.mails)).toEqual([
      '[Hearback] Links to Alice, 5 – 11 Jan 2026: 1 new',
      '[Hearback] Links to Alice, 12 – 18 Jan 2026: 1 new',
    ]);
    expect(bodies(server.mails[0]?.raw ?? '').text).toContain('bob.example');
    expect(bodies(server.mails[1]?.raw ?? '').text).toContain('carol.example');
  });

  it('goes to those who want it: not to other events, to other sites, or to whoever ended the mails', async () => {
    await using server = await openMailServer();
    await using house = await openReporting(server.port);
    await house.save(mailTo({ id: 'news', address: 'news@alice.example' }));
    await house.save(mailTo({ ...WANTS, id: 'other', address: 'other@alice.example', site: 'other.example' }));
    await house.save(mailTo({ ...WANTS, id: 'ended', address: 'ended@alice.example', active: false }));
    await house.save(
      mailTo({ ...WANTS, id: 'de', address: 'de@alice.example', language: 'de', site: 'alice.example' }),
    );
    await house.save(topicAt('https://ntfy.example/t'));
    await house.arrive('bob');
    await house.pass(8 * DAY);
    expect(server.mails.map(({ to }) => to)).toEqual([['de@alice.example']]);
    expect(bodies(server.mails[0]?.raw ?? '').text).toContain('Neue Links: 1');
  });

  it('comes with the digest of the same hour, as a mail of its own', async () => {
    await using server = await openMailServer();
    await using house = await openReporting(server.port);
    const timing = { pace: 'daily', hour: 8, zone: 'UTC' } as const;
    await house.save(mailTo({ timing, events: ['mention.held', 'ledger.report'] }));
    await house.pass(TO_MONDAY - HOUR);
    await house.hold('bob');
    await house.pass(10 * HOUR);
    expect(subjects(server.mails)).toEqual([
      '[Hearback] Links to Alice, 5 – 11 Jan 2026: 1 new',
      '[Hearback] bob.example mentions /post: it waits for you',
    ]);
  });

  it('is not sent twice by a mail server that asks to come again: it is the same mail', async () => {
    let tries = 0;
    const onRecipient = () => {
      tries += 1;
      if (tries < 3) throw answer(450, 'Greylisted');
    };
    await using server = await openMailServer({ onRecipient });
    await using house = await openReporting(server.port);
    await house.save(WANTS);
    await house.arrive('bob');
    await house.pass(TO_MONDAY + 6 * HOUR + 60_000);
    expect(server.mails).toEqual([]);
    await house.pass(DAY);
    expect([tries, server.mails.length]).toEqual([3, 1]);
    expect(header(server.mails[0]?.raw ?? '', 'Message-ID')).toMatch(
      /^<weekly-2026-01-05-\d+\.\d+@hear\.alice\.example>$/,
    );
  });
});

describe('a report', () => {
  it('of a month is of its days', async () => {
    await using server = await openMailServer();
    await using house = await openReporting(server.port, { report: 'monthly' });
    await house.save(WANTS);
    await house.pass(HOUR);
    await house.arrive('bob');
    house.sleep(23 * DAY);
    await house.pass(6 * DAY);
    expect(subjects(server.mails)).toEqual(['[Hearback] Links to Alice, 1 – 31 Jan 2026: 1 new']);
  });

  it('that was missed comes when the server is back, the last one only', async () => {
    await using server = await openMailServer();
    await using house = await openReporting(server.port);
    await house.save(WANTS);
    await house.pass(HOUR);
    await house.arrive('bob');
    house.sleep(9 * DAY);
    await house.pass(HOUR);
    expect(subjects(server.mails)).toEqual(['[Hearback] Links to Alice, 5 – 11 Jan 2026: 1 new']);
    await house.arrive('carol');
    house.sleep(15 * DAY);
    await house.arrive('dave');
    await house.pass(HOUR);
    // Carol's week was missed too, and so was the one in which nothing happened.
    expect(server.mails).toHaveLength(1);
    await house.pass(7 * DAY);
    expect(subjects(server.mails).slice(1)).toEqual(['[Hearback] Links to Alice, 26 Jan – 1 Feb 2026: 1 new']);
  });

  it('begins with the week after it was switched on, and is not sent again under another clock', async () => {
    await using server = await openMailServer();
    await using house = await openReporting(server.port, {});
    await house.save(WANTS);
    await house.arrive('bob');
    await house.pass(8 * DAY);
    await house.set({ report: 'weekly' });
    await house.arrive('carol');
    await house.pass(2 * HOUR);
    expect(server.mails).toEqual([]);
    await house.pass(6 * DAY);
    expect(subjects(server.mails)).toEqual(['[Hearback] Links to Alice, 12 – 18 Jan 2026: 1 new']);
    await house.set({ report: 'weekly', zone: 'Pacific/Honolulu' });
    await house.pass(DAY);
    await house.set({ report: 'monthly' });
    await house.pass(DAY);
    await house.set({ report: 'never' });
    await house.pass(2 * DAY);
    expect(server.mails).toHaveLength(1);
    expect(await house.store.reports.list()).toEqual([]);
  });

  it('of a site that was removed is dropped', async () => {
    await using server = await openMailServer();
    await using house = await openReporting(server.port);
    await house.save(mailTo({ ...WANTS, timing: { pace: 'daily', hour: 20, zone: 'UTC' } }));
    await house.arrive('bob');
    await house.pass(TO_MONDAY + 7 * HOUR);
    expect(await house.states()).toEqual(['ledger.report waiting']);
    await house.store.sites.remove('alice.example');
    await house.pass(DAY);
    expect([server.mails.length, await house.states()]).toEqual([0, ['ledger.report dropped']]);
  });
});
