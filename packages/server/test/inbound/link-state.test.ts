import { describe, expect, it } from 'vitest';
import { nextLink, SECOND_LOOK_MS } from '../../src/inbound/link-state.ts';
import type { LinkState } from '../../src/mention.ts';

const NOW = 1_800_000_000_000;
const HOUR = SECOND_LOOK_MS;

type Row = [
  name: string,
  known: { link: LinkState; seen: boolean; missingFor?: number },
  result: 'linked' | 'unlinked' | 'gone' | 'unread' | 'later',
  expected: { link: LinkState; lookAgainIn?: number; missingSince?: number | null },
];

const ROWS: Row[] = [
  ['a first check with the link', { link: 'unverified', seen: false }, 'linked', { link: 'live', missingSince: null }],
  ['a first check without it is final', { link: 'unverified', seen: false }, 'unlinked', { link: 'absent' }],
  ['a first check of a page that is gone', { link: 'unverified', seen: false }, 'gone', { link: 'absent' }],
  ['a first check of what is no page', { link: 'unverified', seen: false }, 'unread', { link: 'absent' }],
  ['a page that became a picture is not lost', { link: 'live', seen: true }, 'unread', { link: 'unreachable' }],
  [
    'nor by the second look at the picture',
    { link: 'live', seen: true, missingFor: 2 * HOUR },
    'unread',
    { link: 'unreachable' },
  ],
  ['a first check that fails', { link: 'unverified', seen: false }, 'later', { link: 'unreachable' }],
  ['reached at last, without the link', { link: 'unreachable', seen: false }, 'unlinked', { link: 'absent' }],
  ['an edited page now links', { link: 'absent', seen: false }, 'linked', { link: 'live', missingSince: null }],
  ['an outage never erases', { link: 'live', seen: true }, 'later', { link: 'unreachable' }],
  ['an outage between two looks', { link: 'live', seen: true, missingFor: HOUR }, 'later', { link: 'unreachable' }],
  [
    'missing once stays live',
    { link: 'live', seen: true },
    'unlinked',
    { link: 'live', missingSince: NOW, lookAgainIn: HOUR },
  ],
  [
    'gone once stays live',
    { link: 'live', seen: true },
    'gone',
    { link: 'live', missingSince: NOW, lookAgainIn: HOUR },
  ],
  [
    'missing twice within the hour',
    { link: 'live', seen: true, missingFor: HOUR / 4 },
    'unlinked',
    { link: 'live', lookAgainIn: (HOUR * 3) / 4 },
  ],
  ['missing twice an hour apart', { link: 'live', seen: true, missingFor: HOUR }, 'unlinked', { link: 'lost' }],
  ['unreachable, then missing', { link: 'unreachable', seen: true, missingFor: 2 * HOUR }, 'gone', { link: 'lost' }],
  [
    'back before the second look',
    { link: 'live', seen: true, missingFor: HOUR / 2 },
    'linked',
    { link: 'live', missingSince: null },
  ],
  ['lost stays lost', { link: 'lost', seen: true, missingFor: 9 * HOUR }, 'unlinked', { link: 'lost' }],
  ['lost and out of reach', { link: 'lost', seen: true, missingFor: 9 * HOUR }, 'later', { link: 'lost' }],
  ['recovered', { link: 'lost', seen: true, missingFor: 9 * HOUR }, 'linked', { link: 'live', missingSince: null }],
];

describe('nextLink', () => {
  it.each(ROWS)('%s', (_, { link, seen, missingFor }, result, expected) => {
    const known = {
      link,
      firstSeenAt: seen ? NOW - 99 * HOUR : undefined,
      missingSince: missingFor === undefined ? undefined : NOW - missingFor,
    };
    const { update, lookAgainAt } = nextLink(known, result, NOW);
    expect({ link: update.link, lookAgainAt, missingSince: update.missingSince, checkedAt: update.checkedAt }).toEqual({
      link: expected.link,
      lookAgainAt: expected.lookAgainIn === undefined ? undefined : NOW + expected.lookAgainIn,
      missingSince: expected.missingSince,
      checkedAt: NOW,
    });
  });
});

it.each([
  [3_540_000, 'live', NOW + 60_000],
  [3_599_999, 'live', NOW + 1],
  [3_600_000, 'lost', undefined],
] as const)('missing again after %i ms is %s: two looks are an hour apart', (missingFor, link, lookAgainAt) => {
  const known = { link: 'live', firstSeenAt: NOW - 9_000_000, missingSince: NOW - missingFor } as const;
  const next = nextLink(known, 'unlinked', NOW);
  expect([next.update.link, next.lookAgainAt]).toEqual([link, lookAgainAt]);
});

it('asks for the second look an hour after the first', () => {
  const known = { link: 'live', firstSeenAt: NOW - 9_000_000, missingSince: undefined } as const;
  expect(nextLink(known, 'gone', NOW).lookAgainAt).toBe(NOW + 3_600_000);
});

describe('what was public at the old place and was never seen from here', () => {
  const brought = { link: 'unverified', firstSeenAt: 1, lastSeenAt: undefined, broughtAs: 'approved' } as const;
  const NOW = 10 * SECOND_LOOK_MS;
  it.each([
    ['gone', undefined, 'unreachable'],
    ['later', undefined, 'unreachable'],
    ['linked', undefined, 'live'],
    ['unlinked', undefined, 'unverified'],
    // Its page was there without the link: neither an outage nor an end of the page shows it.
    ['later', NOW - 1, 'unverified'],
    ['gone', NOW - 1, 'unverified'],
    ['gone', NOW - SECOND_LOOK_MS, 'lost'],
    ['unlinked', NOW - SECOND_LOOK_MS, 'lost'],
  ] as const)('%s, missing since %s: %s', (result, missingSince, link) => {
    expect(nextLink({ ...brought, missingSince }, result, NOW).update.link).toBe(link);
  });
});
