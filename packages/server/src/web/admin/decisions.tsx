import type { Mention } from '../../mention.ts';
import type { Rule } from '../../rule.ts';
import type { Decision } from './decision.ts';

const BUTTONS: Record<Mention['moderation'], readonly (readonly [Decision, string])[]> = {
  pending: [
    ['approve', 'Approve'],
    ['reject', 'Reject'],
    ['spam', 'Spam'],
  ],
  approved: [
    ['hold', 'Take back'],
    ['reject', 'Reject'],
    ['spam', 'Spam'],
  ],
  rejected: [
    ['approve', 'Approve after all'],
    ['hold', 'Put back'],
    ['spam', 'Spam'],
  ],
  spam: [
    ['approve', 'Approve after all'],
    ['hold', 'Not spam'],
  ],
};

/** The buttons beside one mention, and what "always allow" would cover. They stand inside the form of the page. */
export function Decisions({ mention, rules }: { mention: Mention; rules: readonly Rule[] }) {
  return (
    <>
      <div class="buttons">
        {BUTTONS[mention.moderation].map(([decision, label]) => (
          <button
            type="submit"
            name="one"
            value={`${decision}:${mention.id}`}
            class={decision === 'approve' ? undefined : 'secondary outline'}
          >
            {label}
          </button>
        ))}
      </div>
      {rules.length > 0 && (
        <details>
          <summary>Always allow…</summary>
          {rules.map((rule) => (
            <p>
              <button type="submit" name="one" value={`allow-${rule.scope}:${mention.id}`} class="secondary outline">
                {rule.scope === 'author' ? 'Always allow this author' : 'Always allow this path'}
              </button>{' '}
              <small>{coverage(rule)}</small>
            </p>
          ))}
        </details>
      )}
    </>
  );
}

function coverage({ scope, value }: Rule) {
  return scope === 'author' ? (
    <>
      Approves this one, and every later page that names <code>{value}</code> as its author and lies on the same host.
    </>
  ) : (
    <>
      Approves this one, and every later page whose address begins with <code>{value}</code>.
    </>
  );
}
