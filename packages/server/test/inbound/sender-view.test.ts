import { describe, expect, it } from 'vitest';
import { senderView, UNREAD_AFTER_MS, unreadView } from '../../src/inbound/sender-view.ts';
import { LINK_STATES, type Mention, MODERATION_STATES } from '../../src/mention.ts';
import { SENDER_REASONS } from '../../src/sender-reason.ts';
import type { TraceStep } from '../../src/trace.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { wordsOf } from '../../src/words/words.ts';

const SENT = Date.UTC(2026, 0, 5, 12);
const LOOKED = SENT + 5_000;
const RESULTS = ['linked', 'unchanged', 'unlinked', 'gone', 'unread', 'later'] as const;

type Case = Partial<Mention> & { readonly last?: string; readonly status?: number };

function mention({ last: _, status, ...more }: Case): Mention {
  const facts = { status: status ?? 0, finalUrl: '', title: '', canonical: '', noindex: false, language: '' };
  const times = { receivedAt: SENT - 86_400_000, lastReceivedAt: SENT, checkedAt: LOOKED };
  return {
    ...{ ...times, link: 'absent', moderation: 'pending', ...(status !== undefined && { facts }), ...more },
  } as Mention;
}

const traced = (outcome: string | undefined): TraceStep[] =>
  outcome === undefined
    ? []
    : [
        { at: LOOKED, step: 'verified', outcome, reason: 'You block eve.example: 10.0.0.1 refused the connection.' },
        { at: LOOKED, step: 'judged', outcome: 'spam', reason: 'It sells pills.' },
      ];
const seen = (one: Case, now = SENT + 2 * UNREAD_AFTER_MS) => senderView(mention(one), traced(one.last), now);

describe('what a sender is told', () => {
  it.each([
    ['published', { link: 'live', moderation: 'approved', firstSeenAt: LOOKED, last: 'linked' }],
    ['published', { link: 'unreachable', moderation: 'approved', firstSeenAt: LOOKED, last: 'later' }],
    ['review', { link: 'live', firstSeenAt: LOOKED, last: 'linked' }],
    ['review', { link: 'live', firstSeenAt: LOOKED, last: 'unchanged', moderation: 'rejected' }],
    ['review', { link: 'live', firstSeenAt: LOOKED, last: 'linked', moderation: 'spam' }],
    ['review', { link: 'live', firstSeenAt: LOOKED }],
    ['no-link', { link: 'absent', last: 'unlinked', status: 200 }],
    ['no-link', { link: 'absent' }],
    ['gone', { link: 'absent', last: 'gone', status: 404 }],
    ['no-page', { link: 'absent', last: 'unread', status: 200 }],
    ['lost', { link: 'lost', last: 'unlinked', firstSeenAt: 1, lastSeenAt: SENT + 1 }],
    ['lost', { link: 'lost', last: 'later', firstSeenAt: 1, lastSeenAt: SENT + 1, moderation: 'approved' }],
    // It was lost before it was announced again, perhaps by somebody else.
    ['no-link', { link: 'lost', last: 'unlinked', firstSeenAt: 1, lastSeenAt: SENT - 1 }],
    ['gone', { link: 'lost', last: 'gone', status: 404, firstSeenAt: 1, lastSeenAt: SENT - 1 }],
    ['unread', { link: 'lost', last: 'later', firstSeenAt: 1, lastSeenAt: SENT - 1, moderation: 'rejected' }],
    ['no-link', { link: 'lost', firstSeenAt: 1, lastSeenAt: SENT - 1 }],
    ['answered', { link: 'unreachable', last: 'later', status: 503 }],
    // A wall that answers 200.
    ['answered', { link: 'unreachable', last: 'later', status: 200 }],
    ['unread', { link: 'unreachable', last: 'later' }],
    ['unread', { link: 'unreachable', last: 'later', status: 200, firstSeenAt: 1 }],
    ['unread', { link: 'unreachable' }],
    ['unread', { link: 'unverified', checkedAt: undefined }],
    ['unread', { link: 'unverified', checkedAt: undefined, moderation: 'spam' }],
    // It was announced again, and not looked at since.
    ['unread', { link: 'live', firstSeenAt: 1, checkedAt: SENT - 1, last: 'linked' }],
    ['unread', { link: 'absent', checkedAt: SENT - 1, last: 'gone', status: 404 }],
  ] as const)('%s: %j', (reason, one) => {
    expect(seen(one).reason).toBe(reason);
  });

  it('is one of the reasons, whatever the state and the look, and the same for all decisions against it', () => {
    const told = new Set<string>();
    for (const link of LINK_STATES)
      for (const last of [undefined, ...RESULTS])
        for (const status of [undefined, 0, 200, 404, 503])
          for (const lastSeenAt of [undefined, SENT - 1, SENT]) {
            const one = {
              link,
              firstSeenAt: lastSeenAt && 1,
              lastSeenAt,
              ...(last && { last }),
              ...(status !== undefined && { status }),
            };
            const views = MODERATION_STATES.map((moderation) => seen({ ...one, moderation }));
            for (const view of views) {
              expect(SENDER_REASONS).toContain(view.reason);
              told.add(view.reason);
            }
            const against = views.filter((_, n) => MODERATION_STATES[n] !== 'approved');
            for (const view of against) expect(view).toEqual(against[0]);
          }
    expect([...told, 'checking'].sort()).toEqual([...SENDER_REASONS].sort());
  });

  it('of what was not read comes an hour after it was sent, however soon it was known', () => {
    const cases = [
      { link: 'unreachable', last: 'later', checkedAt: SENT },
      { link: 'unreachable', last: 'later', checkedAt: SENT + 40_000 },
      { link: 'unverified', checkedAt: undefined, moderation: 'spam' },
      { link: 'live', firstSeenAt: 1, last: 'linked', checkedAt: SENT - 1 },
    ] as const;
    for (const after of [0, 1_000, 59_000, UNREAD_AFTER_MS - 1, UNREAD_AFTER_MS, 90_000_000])
      for (const one of cases) expect(seen(one, SENT + after)).toEqual(unreadView(SENT, SENT + after));
    expect(unreadView(SENT, SENT + UNREAD_AFTER_MS - 1).reason).toBe('checking');
    expect(unreadView(SENT, SENT + UNREAD_AFTER_MS)).toEqual({
      reason: 'unread',
      steps: [
        { at: SENT, step: 'received', outcome: 'received' },
        { at: SENT + UNREAD_AFTER_MS, step: 'verified', outcome: 'unread' },
      ],
    });
  });

  it('begins with the last time that it was announced, as if nobody had announced it before', () => {
    const { steps } = seen({ link: 'absent', last: 'unlinked', status: 200 });
    expect(steps.map(({ at }) => at)).toEqual([SENT, LOOKED]);
  });

  it('has no step of a public one that is older than its last announcement, and the others in their order', () => {
    const publicOne = { link: 'live', moderation: 'approved', firstSeenAt: 1, last: 'linked' } as const;
    const stepsOf = (more: Case) => seen({ ...publicOne, ...more }).steps.map(({ at, step }) => [at, step]);
    const [received, verified] = [
      [SENT, 'received'],
      [LOOKED, 'verified'],
    ];
    expect(stepsOf({ publicAt: SENT - 1 })).toEqual([received, verified]);
    expect(stepsOf({ publicAt: SENT - 1, checkedAt: SENT - 2 })).toEqual([received]);
    expect(stepsOf({ publicAt: LOOKED })).toEqual([received, verified, [LOOKED, 'moderated']]);
    expect(stepsOf({ publicAt: LOOKED - 1 })).toEqual([received, [LOOKED - 1, 'moderated'], verified]);
    expect(seen({ ...publicOne, publicAt: SENT - 1 }).reason).toBe('published');
  });

  it('has no words of a trace, of a rule or of the network, in any language', () => {
    for (const language of LANGUAGES) {
      const { sender } = wordsOf(language);
      for (const reason of SENDER_REASONS)
        expect(Object.keys(sender.reason[reason])).toEqual(['title', 'sentence', 'todo']);
    }
    const { sender } = wordsOf('en');
    expect(JSON.stringify(sender)).not.toMatch(
      /block|list\b|rule|spam|DNS|timeout|refused|private|address of a network/i,
    );
  });
});
