import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '@hearback/protocol';
import { putTables } from '../../../../test/support/tables.ts';
import { openNetwork } from '../../src/compose/network.ts';
import { openNotices } from '../../src/compose/notices.ts';
import { createStep } from '../../src/jobs/step.ts';
import type { SmtpConfig } from '../../src/mail-config.ts';
import { MENTION_EVENTS } from '../../src/notice.ts';
import type { EmailRecipient, HookRecipient, Recipient, Timing, TopicRecipient } from '../../src/recipient.ts';
import { ALL_EVENTS } from '../../src/recipient.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const TARGET = 'https://alice.example/post';

const each: Timing = { pace: 'each', hour: 8, zone: 'UTC' };
const common = { site: undefined, active: true, problem: undefined, createdAt: 0 };

export const mailTo = (more: Partial<EmailRecipient> = {}): EmailRecipient => ({
  ...{
    ...common,
    id: 'mail',
    kind: 'email',
    address: 'alice@alice.example',
    timing: each,
    language: 'en',
    openLinks: false,
  },
  events: MENTION_EVENTS,
  ...more,
});
export const hookAt = (address: string, more: Partial<HookRecipient> = {}): HookRecipient => ({
  ...{ ...common, id: 'hook', kind: 'webhook', address, secret: undefined, format: 'standard' },
  events: ALL_EVENTS,
  ...more,
});
export const topicAt = (address: string, more: Partial<TopicRecipient> = {}): TopicRecipient => ({
  ...{ ...common, id: 'topic', kind: 'ntfy', address, timing: each, language: 'en', token: undefined, priority: 3 },
  events: MENTION_EVENTS,
  ...more,
});

/** A real store, a real outbox, real sockets to loopback and a clock that only the test moves. */
export async function openHouse(port?: number, more: Partial<SmtpConfig> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-notices-'));
  const time = { now: Date.UTC(2026, 0, 5, 12) };
  const clock = { now: () => time.now };
  let count = 0;
  const random = {
    id: () => `id-${++count}`,
    secret: () => 'a secret of forty-three characters, or so it is',
    fraction: () => 0.5,
  };
  const logged: string[] = [];
  const say = (sentence: string) => void logged.push(sentence);
  await putTables(openSqliteStore, directory);
  const store = await openSqliteStore({ directory, clock });
  const { http } = openNetwork({ allowNetwork: ['127.0.0.0/8'], allowPort: [] }, () => false);
  const from = 'Hearback <hearback@alice.example>';
  const server = { host: '127.0.0.1', secure: false, user: undefined, password: undefined, from };
  const notices = openNotices({
    config: { smtp: port === undefined ? undefined : { ...server, port, ...more } },
    ...{ store, http, clock, random },
    log: { info: say, warn: say, error: say },
    publicUrl: () => 'https://hear.alice.example',
  });
  const nothing = async () => ({ outcome: 'done' as const });
  const open = (room = {}) =>
    createStep({
      ...{ jobs: store.jobs, lostJobs: store.lostJobs, clock, random, room },
      handlers: {
        verify: nothing,
        deliver: nothing,
        map: nothing,
        watch: nothing,
        avatar: nothing,
        chore: nothing,
        ...notices,
      },
      onFailure: (_, reason) => say(`failed: ${reason}`),
    });
  const step = open();

  const house = {
    ...{ store, time, clock, random, logged, notices, http },
    /** Accepts a mention and finds its link; nothing is decided yet. */
    async arrive(name: string, entry: Partial<Entry> = {}, target = TARGET): Promise<string> {
      const source = `https://${name}.example/entry`;
      const { id } = await store.mentions.accept({
        ...{ id: `mention-${name}`, site: 'alice.example', source, target, sourceKey: source, targetKey: target },
        ...{ protocol: 'pingback', receivedAt: time.now, group: name, verifyAfter: time.now },
      });
      const author = { name: '', url: '', photo: '' };
      const plain: Entry = { kind: 'mention', rsvp: '', title: '', author, excerpt: '', published: '' };
      const update = {
        link: 'live',
        checkedAt: time.now,
        lastSeenAt: time.now,
        entry: { ...plain, ...entry },
      } as const;
      await store.mentions.recordCheck(id, update, []);
      return id;
    },
    async hold(name: string, entry: Partial<Entry> = {}): Promise<string> {
      const id = await house.arrive(name, entry);
      await house.judge(id, 'pending');
      return id;
    },
    judge: (id: string, to: 'pending' | 'approved' | 'rejected' | 'spam', ruledBy?: string) =>
      store.mentions.moderate(
        id,
        to,
        ['Nobody of yours knows it.'],
        { at: time.now, step: 'judged', outcome: to, reason: '.' },
        ruledBy,
      ),
    check: (id: string, link: 'live' | 'lost') => store.mentions.recordCheck(id, { link, checkedAt: time.now }, []),
    save: (recipient: Recipient) => store.recipients.save(recipient),
    /** Does what is due by then, in order. */
    async pass(ms: number): Promise<void> {
      const end = time.now + ms;
      for (;;) {
        const next = await store.jobs.nextStart(['notice', 'hook']);
        if (next === undefined || next > end) break;
        time.now = Math.max(time.now, next);
        await step.begin();
        await step.idle();
      }
      time.now = end;
    },
    /** States of the outbox, oldest first. */
    async states(): Promise<readonly string[]> {
      const all = await store.notices.list({ limit: 5_000 });
      return all.map(({ event, state }) => `${event} ${state}`).reverse();
    },
    async [Symbol.asyncDispose]() {
      await http.close();
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return house;
}
