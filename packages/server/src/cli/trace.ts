import { HearbackError } from '../errors.ts';
import type { Store } from '../ports/index.ts';
import type { TraceStep } from '../trace.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json, stepJson } from './output.ts';

export const trace: Command = {
  name: 'trace',
  usage: 'ID [--json]',
  summary: 'Tells what happened to a mention, a delivery or a refused notification, step by step.',
  options: { ...STORE_OPTIONS, ...JSON_OPTION },
  words: [1, 1],
  async run({ flags, words: [id = ''], terminal, config }) {
    const { openExistingStore } = await import('../compose/store.ts');
    const store = await openExistingStore(readCommandConfig(config));
    try {
      const found = await traceOf(store, id);
      if (!found) throw new HearbackError('unknown-id', `There is no mention, delivery or refusal with the id ${id}.`);
      if (flags.json) terminal.out(json(found));
      else
        for (const { at, step, outcome, reason } of found.steps)
          terminal.out(`${at}  ${step}: ${outcome}\n    ${reason}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function traceOf({ mentions, deliveries, refusals }: Store, id: string) {
  const dated = (steps: readonly TraceStep[]) => steps.map(stepJson);
  if (await mentions.byId(id)) return { id, kind: 'mention', steps: dated(await mentions.trace(id)) };
  if (await deliveries.byId(id)) return { id, kind: 'delivery', steps: dated(await deliveries.trace(id)) };
  const refusal = await refusals.byId(id);
  return (
    refusal && {
      id,
      kind: 'refusal',
      steps: dated([{ at: refusal.at, step: 'screened', outcome: 'refused', reason: refusal.reason }]),
    }
  );
}
