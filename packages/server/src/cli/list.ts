import type { Backlink } from '../backlink.ts';
import { HearbackError } from '../errors.ts';
import { LINK_STATES, type LinkState, type Mention, MODERATION_STATES, type ModerationState } from '../mention.ts';
import { linkFacts, mentionJson } from '../mention-json.ts';
import type { LedgerFilter, MentionFilter, Store } from '../ports/index.ts';
import { pageKey } from '../site.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine, refusalJson } from './output.ts';

const PAGE = 500;

export const list: Command = {
  name: 'list',
  usage: '[--status S] [--target URL] [--json], or --filter FILTER [--json]',
  summary:
    'Shows mentions, newest first; --status takes a state of the link or of moderation, or "refused". --filter takes what the address of the table of backlinks has behind its question mark, and finds links that were seen.',
  options: {
    ...STORE_OPTIONS,
    ...JSON_OPTION,
    status: { type: 'string' },
    target: { type: 'string' },
    filter: { type: 'string' },
  },
  words: [0, 0],
  async run({ flags, terminal, config }) {
    if (flags.filter !== undefined && (flags.status ?? flags.target) !== undefined)
      throw new HearbackError('usage', '--filter has state= and page= for what --status and --target say.');
    const target = flags.target === undefined ? undefined : webAddress(String(flags.target), '--target');
    const filter = flags.status === 'refused' ? undefined : filterOf(flags.status, target);
    const { openExistingStore } = await import('../compose/store.ts');
    const store = await openExistingStore(readCommandConfig(config));
    try {
      const rows =
        flags.filter !== undefined
          ? await links(store, String(flags.filter))
          : filter
            ? await mentions(store, filter)
            : await refusals(store, target);
      if (flags.json) terminal.out(json(rows));
      else for (const line of table(rows)) terminal.out(line);
      return 0;
    } finally {
      await store.close();
    }
  },
};

type Listed = ReturnType<typeof listed>;
type Row = Listed | ReturnType<typeof refusalJson>;

function filterOf(status: unknown, target: URL | undefined): Omit<MentionFilter, 'limit'> {
  return { ...(target && { targetKey: pageKey(target) }), ...stateOf(status) };
}

function stateOf(status: unknown): Pick<MentionFilter, 'link' | 'moderation'> {
  if (status === undefined) return {};
  if (LINK_STATES.includes(status as LinkState)) return { link: status as LinkState };
  if (MODERATION_STATES.includes(status as ModerationState)) return { moderation: status as ModerationState };
  const known = [...LINK_STATES, ...MODERATION_STATES, 'refused'].join(', ');
  throw new HearbackError('usage', `--status "${status}" is none of ${known}.`);
}

/** A mention, and what is known of its link: the same names as in the exports of links, null where it was never seen. */
function listed(mention: Mention, backlink: Backlink | undefined, visits: number) {
  const facts = backlink && linkFacts(backlink, visits);
  return {
    ...mentionJson(mention),
    ...(facts ?? NO_FACTS),
    hidden: facts ? facts.place === 'hidden' : null,
  };
}

type Facts = ReturnType<typeof linkFacts>;
const NO_FACTS: Readonly<Record<keyof Facts, null>> = {
  ...{ anchor: null, rel: null, followed: null, place: null, noindex: null, robots: null, status: null },
  ...{ finalUrl: null, canonical: null, outage: null, language: null, firstSeen: null, lastSeen: null },
  ...{ lastChecked: null, missingSince: null, visits: null },
};

async function mentions(store: Store, filter: Omit<MentionFilter, 'limit'>): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (let last: Mention | undefined; ; ) {
    const page: readonly Mention[] = await store.mentions.list({
      ...filter,
      limit: PAGE,
      ...(last && { before: { receivedAt: last.receivedAt, id: last.id } }),
    });
    const ids = page.map(({ id }) => id);
    const seen = new Map((await store.backlinks.of(ids)).map((backlink) => [backlink.mention, backlink]));
    const visits = await store.traffic.of(ids);
    all.push(...page.map((mention) => listed(mention, seen.get(mention.id), visits.get(mention.id) ?? 0)));
    last = page.at(-1);
    if (page.length < PAGE) return all;
  }
}

async function links(store: Store, text: string): Promise<readonly Listed[]> {
  const { readFilter } = await import('../compose/link-filter.ts');
  const filter: LedgerFilter = await readFilter(store, text);
  const all: Listed[] = [];
  for (let after: number | undefined; ; ) {
    const page = await store.ledger.list(filter, { after, limit: PAGE });
    all.push(...page.map(({ mention, backlink, visits }) => listed(mention, backlink, visits)));
    after = page.at(-1)?.place;
    if (page.length === 0) return all;
  }
}

async function refusals(store: Store, target: URL | undefined) {
  const all = await store.refusals.list({ limit: 10_000 });
  return all
    .filter((one) => !target || (URL.canParse(one.target) && pageKey(one.target) === pageKey(target)))
    .map(refusalJson);
}

function* table(rows: readonly Row[]): Generator<string> {
  if (rows.length === 0) yield 'Nothing here yet.';
  for (const row of rows) {
    yield `${row.id}  ${row.receivedAt}  ${row.moderation ?? 'refused'}${row.link ? `, ${row.link}` : ''}`;
    yield `  ${oneLine(row.source)}`;
    yield `  → ${oneLine(row.target)}`;
    if (row.title) yield `  ${oneLine(row.title)}`;
    for (const reason of row.reasons) yield `  ${oneLine(reason)}`;
  }
}
