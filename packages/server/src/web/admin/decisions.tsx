import type { MentionScope } from '../../inbound/desk.ts';
import type { Mention } from '../../mention.ts';
import { RULE_ACTIONS } from '../../rule.ts';
import type { Words } from '../../words/words.ts';
import type { Verdict } from './decision.ts';
import { Permitted } from './permitted.tsx';
import { useWords } from './speaking.tsx';

const BUTTONS: Record<Mention['moderation'], readonly (readonly [Verdict, keyof Words['inbox']['decide']])[]> = {
  pending: [
    ['approve', 'approve'],
    ['reject', 'reject'],
    ['spam', 'spam'],
  ],
  approved: [
    ['hold', 'takeBack'],
    ['reject', 'reject'],
    ['spam', 'spam'],
  ],
  rejected: [
    ['approve', 'afterAll'],
    ['hold', 'putBack'],
    ['spam', 'spam'],
  ],
  spam: [
    ['approve', 'afterAll'],
    ['hold', 'notSpam'],
  ],
};

interface DecisionsProps {
  readonly mention: Mention;
  /** What of it a rule could be made about. */
  readonly scopes: readonly MentionScope[];
  /** Where a rule leads back to, ready for an address: a list, as the query of its address, or the mention's own page. */
  readonly back: string;
}

/** The buttons beside one mention, and links to what rules made of it would cover. They stand inside the form of the page. */
export function Decisions({ mention, scopes, back }: DecisionsProps) {
  const { inbox } = useWords();
  const { id, moderation } = mention;
  // To allow is for what is not shown yet.
  const actions = scopes.length > 0 ? RULE_ACTIONS.filter((one) => one !== 'allow' || moderation !== 'approved') : [];
  return (
    <Permitted right="moderate" site={mention.site}>
      <div class="buttons">
        {BUTTONS[moderation].map(([verdict, label]) => (
          <button
            type="submit"
            name="one"
            value={`${verdict}:${id}`}
            class={verdict === 'approve' ? undefined : 'secondary outline'}
          >
            {inbox.decide[label]}
          </button>
        ))}
      </div>
      {actions.length > 0 && (
        <details>
          <summary>{inbox.alwaysLabel}</summary>
          <ul class="always">
            {actions.map((action) => (
              <li>
                {inbox.always[action]}
                {scopes.map((scope) => (
                  <>
                    {' '}
                    <a href={`/admin/inbox/rule?mention=${id}&action=${action}&scope=${scope}&back=${back}`}>
                      {inbox.scope[scope]}
                    </a>
                  </>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Permitted>
  );
}
