import type { Desk, MentionScope } from '../../inbound/desk.ts';
import type { ModerationState } from '../../mention.ts';
import type { RuleAction } from '../../rule.ts';

const STATES = { approve: 'approved', reject: 'rejected', spam: 'spam', hold: 'pending' } as const satisfies Record<
  string,
  ModerationState
>;
export const MENTION_SCOPES = ['author', 'path', 'host'] as const satisfies readonly MentionScope[];
type Ruling = `${RuleAction}-${MentionScope}`;
const RULINGS = (['allow', 'mute', 'block'] as const).flatMap((action) =>
  MENTION_SCOPES.map((scope): Ruling => `${action}-${scope}`),
);

export type Decision = keyof typeof STATES | Ruling | 'undo';

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
  return [...Object.keys(STATES), ...RULINGS, 'undo'].find((known) => known === word) as Decision | undefined;
}

/** Carries it out and answers how many mentions it concerned. */
export async function decide(desk: Desk, decision: Decision, ids: readonly string[]): Promise<number> {
  if (decision in STATES) return (await desk.moderate(ids, STATES[decision as keyof typeof STATES])).length;
  if (decision === 'undo') return (await desk.undo(ids)).length;
  const [action, scope] = decision.split('-') as [RuleAction, MentionScope];
  let ruled = 0;
  for (const id of ids) if (await desk.ruleOn(id, scope, action)) ruled += 1;
  return ruled;
}

/** The ids of a decision, for the button that takes it back; `''` where there were too many for an address. */
export function undoable(decision: Decision, ids: readonly string[]): string {
  return decision === 'undo' || decision.includes('-') || ids.length > 40 ? '' : ids.join(',');
}

/** What `undoable` wrote. */
export function readUndoable(text: string | undefined): readonly string[] {
  return (text ?? '').split(',', 40).filter((id) => /^[\w-]{1,64}$/.test(id));
}

const DONE: Record<Decision, string> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'marked as spam',
  hold: 'put back into the queue',
  'allow-author': 'approved, and its author always will be',
  'allow-path': 'approved, and pages beside it always will be',
  'allow-host': 'approved, and its whole domain always will be',
  'mute-author': 'muted, and its author from now on',
  'mute-path': 'muted, and pages beside it from now on',
  'mute-host': 'muted, and its whole domain from now on',
  'block-author': 'blocked, and its author from now on',
  'block-path': 'blocked, and pages beside it from now on',
  'block-host': 'blocked, and its whole domain from now on',
  undo: 'as before',
};

/** What was just done, from the address of the page that follows; `undefined` when it says nothing that we know. */
export function doneSentence(done: string | undefined, count: string | undefined): string | undefined {
  const decision = asDecision(done);
  if (!decision || !/^\d{1,4}$/.test(count ?? '')) return undefined;
  if (count === '0') return 'Nothing was changed: no mention was ticked, or it is not there any more.';
  return `${count} ${count === '1' ? 'mention' : 'mentions'} ${DONE[decision]}.`;
}
