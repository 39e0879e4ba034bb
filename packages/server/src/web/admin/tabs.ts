import type { Mention } from '../../mention.ts';
import type { MentionCursor, MentionFilter, Store } from '../../ports/index.ts';

export const TABS = ['held', 'approved', 'rejected', 'spam', 'lost'] as const;
/** `all` has no tab of its own: other pages lead to it. */
export type Tab = (typeof TABS)[number] | 'all';

export type Counts = Readonly<Record<(typeof TABS)[number], string>>;
export type Cursor = MentionCursor;
type Filter = Omit<MentionFilter, 'limit'>;

const PAGE = 30;
/** Counting on would take longer than making the page, and nobody decides otherwise about two thousand. */
const COUNT_UP_TO = 1000;
/** What several filters have in common is found one by one. */
const COUNT_NARROWED_UP_TO = 200;

export const TAB_FILTERS: Readonly<Record<Tab, Filter>> = {
  held: { moderation: 'pending' },
  approved: { moderation: 'approved' },
  rejected: { moderation: 'rejected' },
  spam: { moderation: 'spam' },
  lost: { link: 'lost' },
  all: { isListed: true },
};

export function tabNamed(text: string): Tab | undefined {
  return [...TABS, 'all' as const].find((tab) => tab === text);
}

/** One page of a list, and where the next one begins. */
export async function readPage({ mentions: from }: Pick<Store, 'mentions'>, filter: Filter) {
  const mentions = await from.list({ ...filter, limit: PAGE + 1 });
  const shown = mentions.slice(0, PAGE);
  return { mentions: shown, next: mentions.length > PAGE ? cursorOf(shown.at(-1)) : undefined };
}

/** How many each tab has of what is asked for. */
export async function readCounts({ mentions }: Pick<Store, 'mentions'>, asked: Filter): Promise<Counts> {
  const { moderation: _, link: _link, isListed: _listed, ...filter } = asked;
  const most = Object.keys(filter).length > 0 ? COUNT_NARROWED_UP_TO : COUNT_UP_TO;
  const count = async (tab: Tab) => said(await mentions.count({ ...filter, ...TAB_FILTERS[tab] }, most), most);
  const [held, approved, rejected, spam, lost] = await Promise.all([
    count('held'),
    count('approved'),
    count('rejected'),
    count('spam'),
    count('lost'),
  ]);
  return { held, approved, rejected, spam, lost };
}

function said(count: number, most: number): string {
  return count < most ? String(count) : `${most}+`;
}

export function cursorOf(mention: Mention | undefined): Cursor | undefined {
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
