import { expect, it } from 'vitest';
import { openMailServer } from '../../packages/server/test/notices/smtp.ts';
import { WANTS } from '../../packages/server/test/report/house.ts';
import { openRig } from '../attacks/lib/rig.ts';
import { poll } from '../support/poll.ts';

const DAY = 86_400_000;

it('a whole server reports the week of a site that has it in its configuration, once', async () => {
  await using server = await openMailServer();
  const rig = await openRig('full', {
    sites: [{ url: 'http://alice.example/', name: 'Alice', report: 'weekly', zone: 'Europe/Berlin' }],
    smtp: `smtp://127.0.0.1:${server.port}`,
    mailFrom: 'hearback@alice.example',
  });
  const { store } = rig.hearback;
  await store.recipients.save(WANTS);
  await rig.settle();
  const source = 'http://bob.example/entry';
  const { id } = await store.mentions.accept({
    ...{ id: 'a'.repeat(22), site: 'alice.example', source, target: 'http://alice.example/post' },
    ...{ sourceKey: source, targetKey: 'alice.example/post', protocol: 'pingback', group: 'bob.example' },
    ...{ receivedAt: rig.now(), verifyAfter: rig.now() + 60 * DAY },
  });
  await store.mentions.recordCheck(id, { link: 'live', checkedAt: rig.now(), lastSeenAt: rig.now() }, []);
  // From one chore or notice to the next; the rig itself leaves chores out.
  for (const end = rig.now() + 8 * DAY; ; ) {
    const next = (await store.jobs.nextStart(['chore', 'notice'])) ?? end;
    if (next >= end) break;
    rig.advance(Math.max(0, next - rig.now()));
    await poll(
      async () => (await store.jobs.nextStart(['chore', 'notice'])) ?? end,
      (at) => at > rig.now(),
      { everyMs: 2 },
    );
  }
  expect(server.mails.map(({ to }) => to)).toEqual([['alice@alice.example']]);
  expect(server.mails[0]?.raw).toContain('http://hear.example/admin/links/changes?');
  // On some days a second Monday is among them, after a week in which nothing happened.
  const sent = await store.notices.list({ state: 'sent', limit: 9 });
  expect(sent.map(({ event }) => event)).toEqual(['ledger.report']);
  await rig.close();
}, 60_000);
