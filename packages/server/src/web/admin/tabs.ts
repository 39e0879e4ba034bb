import type { Mention } from '../../mention.ts';
import type { MentionFilter, Store } from '../../ports/index.ts';

export const TABS = ['held', 'approved', 'rejected', 'spam', 'lost'] as const;
export type Tab = (typeof TABS)[number];

export type Counts = Readonly<Record<Tab, string>>;
export type Cursor = NonNullable<MentionFilter['before']>;

const PAGE = 30;
const COUNT_UP_TO = 100;

const FILTERS: Record<Tab, Omit<MentionFilter, 'limit'>> = {
  held: { moderation: 'pending' },
  approved: { moderation: 'approved' },
  rejected: { moderation: 'rejected' },
  spam: { moderation: 'spam' },
  lost: { link: 'lost' },
};

export function tabOf(text: string | null | undefined): Tab {
  return TABS.find((tab) => tab === text) ?? 'held';
}

/** One page of a tab, and where the next one begins. */
export async function readTab(store: Store, tab: Tab, before: Cursor | undefined) {
  const mentions = await store.mentions.list({ ...FILTERS[tab], ...(before && { before }), limit: PAGE + 1 });
  const shown = mentions.slice(0, PAGE);
  return { mentions: shown, next: mentions.length > PAGE ? cursorOf(shown.at(-1)) : undefined };
}

export async function readCounts(store: Store): Promise<Counts> {
  const [tally, lost] = await Promise.all([
    store.mentions.tally(undefined),
    store.mentions.list({ link: 'lost', limit: COUNT_UP_TO }),
  ]);
  return {
    held: String(tally.pending),
    approved: String(tally.approved),
    rejected: String(tally.rejected),
    spam: String(tally.spam),
    lost: lost.length < COUNT_UP_TO ? String(lost.length) : `${COUNT_UP_TO - 1}+`,
  };
}

function cursorOf(mention: Mention | undefined): Cursor | undefined {
  return mention && { receivedAt: mention.receivedAt, id: mention.id };
}

/** `1700000000000.id`, as it stands in the address of the next page. */
export function writeCursor({ receivedAt, id }: Cursor): string {
  return `${receivedAt}.${id}`;
}

export function readCursor(text: string | undefined): Cursor | undefined {
  const match = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text ?? '');
  return match?.[1] && match[2] ? { receivedAt: Number(match[1]), id: match[2] } : undefined;
}
