import type { Mention } from '../../mention.ts';
import { RULE_ACTIONS, type Rule } from '../../rule.ts';
import type { Words } from '../../words/words.ts';
import type { Verdict } from './decision.ts';
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
  readonly rules: readonly Rule[];
  /** Where a rule leads back to: a list, as the query of its address, or the mention's own page. */
  readonly back: string;
}

/** The buttons beside one mention, and links to what rules made of it would cover. They stand inside the form of the page. */
export function Decisions({ mention, rules, back }: DecisionsProps) {
  const { inbox } = useWords();
  const actions = RULE_ACTIONS.filter((action) => rules.some((rule) => rule.action === action));
  return (
    <>
      <div class="buttons">
        {BUTTONS[mention.moderation].map(([verdict, label]) => (
          <button
            type="submit"
            name="one"
            value={`${verdict}:${mention.id}`}
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
                {rules
                  .filter((rule) => rule.action === action)
                  .map(({ scope }) => (
                    <>
                      {' '}
                      <a
                        href={`/admin/inbox/rule?${new URLSearchParams({ mention: mention.id, action, scope, back })}`}
                      >
                        {inbox.scope[scope]}
                      </a>
                    </>
                  ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
