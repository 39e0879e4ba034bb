import { HearbackError } from '../errors.ts';
import { LINK_STATES, type LinkState, type Mention, MODERATION_STATES, type ModerationState } from '../mention.ts';
import { mentionJson } from '../mention-json.ts';
import type { MentionFilter, Store } from '../ports/index.ts';
import { pageKey } from '../site.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine, refusalJson } from './output.ts';

const PAGE = 500;

export const list: Command = {
  name: 'list',
  usage: '[--status S] [--target URL] [--json]',
  summary: 'Shows mentions, newest first; --status takes a state of the link or of moderation, or "refused".',
  options: { ...STORE_OPTIONS, ...JSON_OPTION, status: { type: 'string' }, target: { type: 'string' } },
  words: [0, 0],
  async run({ flags, terminal, config }) {
    const target = flags.target === undefined ? undefined : webAddress(String(flags.target), '--target');
    const filter = flags.status === 'refused' ? undefined : filterOf(flags.status, target);
    const { openExistingStore } = await import('../compose/store.ts');
    const store = await openExistingStore(readCommandConfig(config));
    try {
      const rows = filter ? (await mentions(store, filter)).map(mentionJson) : await refusals(store, target);
      if (flags.json) terminal.out(json(rows));
      else for (const line of table(rows)) terminal.out(line);
      return 0;
    } finally {
      await store.close();
    }
  },
};

type Row = ReturnType<typeof mentionJson> | ReturnType<typeof refusalJson>;

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

async function mentions(store: Store, filter: Omit<MentionFilter, 'limit'>): Promise<Mention[]> {
  const all: Mention[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await store.mentions.list({
      ...filter,
      limit: PAGE,
      ...(last && { before: { receivedAt: last.receivedAt, id: last.id } }),
    });
    all.push(...page);
    if (page.length < PAGE) return all;
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
