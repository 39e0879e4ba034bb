import { HearbackError } from '../errors.ts';
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
      if (flags.json) terminal.out(json(found));
      else
        for (const { at, step, outcome, reason } of found.steps)
          terminal.out(`${at}  ${step}: ${oneLine(outcome)}\n    ${oneLine(reason)}`);
      if (!flags.json)
        for (const { at, kind, was, became } of found.changes ?? [])
          terminal.out(`${at}  link: ${kind}${was || became ? ` (${oneLine(was)} -> ${oneLine(became)})` : ''}`);
      if (!flags.json && found.next !== '') terminal.out(`What to do: ${oneLine(found.next)}`);
      if (!flags.json) for (const line of exchangeLines(found.exchanges ?? [])) terminal.out(line);
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

/** What went over the wire, each line set in, so that none of it looks like a line of ours. */
function* exchangeLines(exchanges: readonly ReturnType<typeof exchangeJson>[]): Generator<string> {
  for (const { at, request, reply } of exchanges) {
    yield `${at}  sent and answered:`;
    for (const line of `${request}\n\n${reply}`.split('\n')) yield `    | ${line}`;
  }
}

interface Traced {
  readonly id: string;
  readonly kind: 'mention' | 'delivery' | 'refusal';
  readonly steps: readonly ReturnType<typeof stepJson>[];
  /** What is to be done about it. */
  readonly next: string;
  /** Of a mention: what is known of its link, and what became of it. */
  readonly backlink?: ReturnType<typeof backlinkJson>;
  readonly changes?: readonly ReturnType<typeof changeJson>[];
  /** Of a delivery. */
  readonly exchanges?: readonly ReturnType<typeof exchangeJson>[];
}

async function traceOf({ mentions, backlinks, deliveries, refusals }: Store, id: string): Promise<Traced | undefined> {
  const { nextForDelivery, nextForMention, nextForRefusal, nextInEnglish } = await import('../next-step.ts');
  const dated = (steps: readonly TraceStep[]) => steps.map(stepJson);
  const mention = await mentions.byId(id);
  if (mention) {
    const steps = await mentions.trace(id);
    const next = nextInEnglish(nextForMention(mention, steps.at(-1)?.reason ?? ''));
    const backlink = backlinkJson(await backlinks.byMention(mention.id));
    const changes = (await backlinks.changes(mention.id)).map(changeJson);
    return { id, kind: 'mention', steps: dated(steps), next, backlink, changes };
  }
  const delivery = await deliveries.byId(id);
  if (delivery) {
    const exchanges = (await deliveries.exchanges(id)).map(exchangeJson);
    const next = nextInEnglish(nextForDelivery(delivery));
    return { id, kind: 'delivery', steps: dated(await deliveries.trace(id)), next, exchanges };
  }
  const refusal = await refusals.byId(id);
  return (
    refusal && {
      id,
      kind: 'refusal',
      steps: dated([{ at: refusal.at, step: 'screened', outcome: 'refused', reason: refusal.reason }]),
      next: nextInEnglish(nextForRefusal(refusal)),
    }
  );
}
