import type { Backlink } from '../backlink.ts';
import type { Exchange } from '../delivery.ts';
import { HearbackError } from '../errors.ts';
import type { LinkChange } from '../link-change.ts';
import { backlinkJson, changeJson } from '../mention-json.ts';
import type { Store } from '../ports/index.ts';
import { systemRandom } from '../system.ts';
import type { TraceStep } from '../trace.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { exchangeJson, json, oneLine, stepJson } from './output.ts';

export const trace: Command = {
  name: 'trace',
  usage: 'ID|STATUS-URL [--json]',
  summary: 'Tells what happened to a mention, a delivery or a refused notification, step by step.',
  options: { ...STORE_OPTIONS, ...JSON_OPTION },
  words: [1, 1],
  async run({ flags, words: [name = ''], terminal, config }) {
    const { openExistingStore } = await import('../compose/store.ts');
    const store = await openExistingStore(readCommandConfig(config));
    try {
      const id = await idIn(store, name);
      const found = id === undefined ? undefined : await traceOf(store, id);
      if (!found)
        throw new HearbackError('unknown-id', `There is no mention, delivery or refusal with the ${askedFor(name)}.`);
      if (flags.json) {
        terminal.out(json(inJson(found)));
        return 0;
      }
      // Words of the desk, for people alone.
      const { traceLines } = await import('./trace-lines.ts');
      const { steps, changes = [], exchanges = [], next } = found;
      for (const line of traceLines({ steps, changes, exchanges })) terminal.out(line);
      if (next !== '') terminal.out(`What to do: ${oneLine(next)}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

const STATUS_URL = /\/status\/([\w-]+)\/?$/;

function askedFor(name: string): string {
  return STATUS_URL.test(name)
    ? `status URL ${name}: it is of another store, or what it was about was forgotten`
    : `id ${name}`;
}

/** A sender who asks about a mention has its status URL and not its id. `undefined` for a status URL of nothing here. */
async function idIn(store: Store, name: string): Promise<string | undefined> {
  const statusId = STATUS_URL.exec(name)?.[1];
  if (statusId === undefined) return name;
  const { openStatusIds } = await import('../compose/status-ids.ts');
  return (await openStatusIds(store, systemRandom)).open(statusId);
}

interface Traced {
  readonly id: string;
  readonly kind: 'mention' | 'delivery' | 'refusal';
  readonly steps: readonly TraceStep[];
  /** What is to be done about it. */
  readonly next: string;
  /** Of a mention: what is known of its link, and what became of it. */
  readonly backlink?: Backlink | undefined;
  readonly changes?: readonly LinkChange[];
  /** Of a delivery. */
  readonly exchanges?: readonly Exchange[];
}

function inJson({ id, kind, steps, next, backlink, changes, exchanges }: Traced) {
  return {
    ...{ id, kind, steps: steps.map(stepJson), next },
    ...(changes && { backlink: backlinkJson(backlink), changes: changes.map(changeJson) }),
    ...(exchanges && { exchanges: exchanges.map(exchangeJson) }),
  };
}

async function traceOf({ mentions, backlinks, deliveries, refusals }: Store, id: string): Promise<Traced | undefined> {
  const { nextForDelivery, nextForMention, nextForRefusal, nextInEnglish } = await import('../next-step.ts');
  const mention = await mentions.byId(id);
  if (mention) {
    const steps = await mentions.trace(id);
    const next = nextInEnglish(nextForMention(mention, steps.at(-1)?.reason ?? ''));
    const backlink = await backlinks.byMention(mention.id);
    return { id, kind: 'mention', steps, next, backlink, changes: await backlinks.changes(mention.id) };
  }
  const delivery = await deliveries.byId(id);
  if (delivery) {
    const exchanges = await deliveries.exchanges(id);
    const next = nextInEnglish(nextForDelivery(delivery));
    return { id, kind: 'delivery', steps: await deliveries.trace(id), next, exchanges };
  }
  const refusal = await refusals.byId(id);
  return (
    refusal && {
      id,
      kind: 'refusal',
      steps: [{ at: refusal.at, step: 'screened', outcome: 'refused', reason: refusal.reason }],
      next: nextInEnglish(nextForRefusal(refusal)),
    }
  );
}
