import type { Exchange } from '../delivery.ts';
import type { Change } from '../link-change.ts';
import { iso } from '../mention-json.ts';
import type { TraceStep } from '../trace.ts';
import { en } from '../words/en/index.ts';
import { spokenOf, unchangedWords } from '../words/link-change.ts';
import { oneLine } from './output.ts';

/** All that has a moment in the life of a mention, a delivery or a refusal. */
export interface Dated {
  readonly steps: readonly TraceStep[];
  readonly changes: readonly (Change & { readonly at: number })[];
  readonly exchanges: readonly Exchange[];
}

/** What happened, in the order in which it did and in the words of the desk, a line for each line of the terminal. */
export function traceLines({ steps, changes, exchanges }: Dated): readonly string[] {
  const told = [
    ...exchanges.map((exchange) => ({ at: exchange.at, lines: exchangeLines(exchange) })),
    ...steps.map((step) => ({ at: step.at, lines: stepLines(step) })),
    ...changes.map((change) => ({ at: change.at, lines: changeLines(change) })),
  ];
  return told
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ at, lines: [first = '', ...more] }) => [`${iso(at)}  ${first}`, ...more]);
}

/** Words for states are those of the owner's lists; the reason says what else came of it. */
function stepLines({ step, outcome, reason }: TraceStep): readonly string[] {
  const { moderation, delivery } = en.states;
  const states: Readonly<Record<string, string>> = { ...moderation, ...delivery };
  const state = Object.hasOwn(states, outcome) ? `: ${states[outcome]}` : '';
  return [`${en.states.step[step]}${state === `: ${en.states.step[step]}` ? '' : state}`, `    ${oneLine(reason)}`];
}

function changeLines(change: Change): readonly string[] {
  const { kind, was, became } = change;
  const words = en.history;
  const first = `Link: ${words.changes[kind]}`;
  if (was === '' && became === '') return [first];
  const say = (text: string) => (text === '' ? words.nothing : oneLine(spokenOf(words, kind, text)));
  const unchanged = unchangedWords(words, change)?.replace('{answer}', () => say(was));
  if (unchanged !== undefined) return [first, `    ${unchanged}`];
  return [first, `    ${kind === 'unreachable' && was === '' ? '' : `${say(was)} → `}${say(became)}`];
}

/** What went over the wire, each line set in, so that none of it looks like a line of ours. */
function exchangeLines({ request, reply }: Exchange): readonly string[] {
  return ['Sent and answered:', ...`${request}\n\n${reply}`.split('\n').map((line) => `    | ${line}`)];
}
