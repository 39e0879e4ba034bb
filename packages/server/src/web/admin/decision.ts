import type { Desk } from '../../inbound/desk.ts';
import type { ModerationState } from '../../mention.ts';

const STATES = { approve: 'approved', reject: 'rejected', spam: 'spam', hold: 'pending' } as const satisfies Record<
  string,
  ModerationState
>;
const SCOPES = { 'allow-author': 'author', 'allow-path': 'path' } as const;

export type Decision = keyof typeof STATES | keyof typeof SCOPES;

/** What a form of the desk decides, about which mentions; `undefined` when it says nothing that we know. */
export function readDecision(
  form: URLSearchParams,
): { readonly decision: Decision; readonly ids: readonly string[] } | undefined {
  // A button beside one mention carries its id; the buttons of the bar speak for the ticked ones.
  const [word, id] = (form.get('one') ?? '').split(':');
  const decision = asDecision(word || form.get('decision'));
  return decision && { decision, ids: word ? [id ?? ''] : form.getAll('mention') };
}

function asDecision(word: string | null | undefined): Decision | undefined {
  return [...Object.keys(STATES), ...Object.keys(SCOPES)].find((known) => known === word) as Decision | undefined;
}

/** Carries it out and answers how many mentions it concerned. */
export async function decide(desk: Desk, decision: Decision, ids: readonly string[]): Promise<number> {
  if (decision in STATES) return (await desk.moderate(ids, STATES[decision as keyof typeof STATES])).length;
  let allowed = 0;
  for (const id of ids) if (await desk.alwaysAllow(id, SCOPES[decision as keyof typeof SCOPES])) allowed += 1;
  return allowed;
}

const DONE: Record<Decision, string> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'marked as spam',
  hold: 'put back into the queue',
  'allow-author': 'approved, and its author always will be',
  'allow-path': 'approved, and pages beside it always will be',
};

/** What was just done, from the address of the page that follows; `undefined` when it says nothing that we know. */
export function doneSentence(done: string | undefined, count: string | undefined): string | undefined {
  const decision = asDecision(done);
  if (!decision || !/^\d{1,4}$/.test(count ?? '')) return undefined;
  if (count === '0') return 'Nothing was changed: no mention was ticked, or it is not there any more.';
  return `${count} ${count === '1' ? 'mention' : 'mentions'} ${DONE[decision]}.`;
}
