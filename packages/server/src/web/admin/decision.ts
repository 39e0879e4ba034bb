import type { MentionScope } from '../../inbound/desk.ts';
import type { PressDesk, Pressed } from '../../inbound/desk-steps.ts';
import type { ModerationState } from '../../mention.ts';
import type { RuleAction } from '../../rule.ts';
import type { Words } from '../../words/words.ts';

export const STATES = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  hold: 'pending',
} as const satisfies Record<string, ModerationState>;
export type Verdict = keyof typeof STATES;
export const MENTION_SCOPES = ['author', 'path', 'host'] as const satisfies readonly MentionScope[];

/** What was done last, as the address of the page that follows says it. */
export type Done = Verdict | 'undo' | RuleAction;
const DONE: readonly Done[] = ['approve', 'reject', 'spam', 'hold', 'undo', 'allow', 'mute', 'block'];

export function verdictOf(word: string | null | undefined): Verdict | undefined {
  return (Object.keys(STATES) as Verdict[]).find((known) => known === word);
}

/** Carries out what a form of the desk says; nothing happens where it says nothing that we know. */
export async function carryOut(desk: PressDesk, form: URLSearchParams): Promise<Pressed & { readonly done: Done }> {
  if (form.get('decision') === 'undo')
    return { done: 'undo', count: await desk.undo(form.get('step') ?? ''), undo: undefined };
  // A button beside one mention carries its id; the buttons of the bar speak for the ticked ones.
  const [word, id = ''] = (form.get('one') ?? '').split(':');
  const verdict = verdictOf(word || form.get('decision'));
  if (!verdict) return { done: 'hold', count: 0, undo: undefined };
  return { done: verdict, ...(await desk.decide(word ? [id] : form.getAll('mention'), STATES[verdict])) };
}

/** What was done, as fields of the address of the page that follows: our own words only, so that no form leads elsewhere. */
export function doneFields({ done, count, undo }: Pressed & { readonly done: Done }): string {
  return new URLSearchParams({ done, count: String(count), ...(undo !== undefined && { undo }) }).toString();
}

/** The same in a sentence, with the name of what can be taken back; `undefined` when the address says nothing that we know. */
export function readDone(
  query: URLSearchParams,
  { inbox }: Pick<Words, 'inbox'>,
): { readonly sentence: string; readonly undo: string | undefined } | undefined {
  const done = DONE.find((known) => known === query.get('done'));
  const count = query.get('count') ?? '';
  if (!done || !/^\d{1,5}$/.test(count)) return undefined;
  const undo = /^[\w-]{1,64}$/.exec(query.get('undo') ?? '')?.[0];
  return { sentence: count === '0' ? inbox.done.nothing : inbox.done[done](Number(count)), undo };
}
