import type { Mention } from '../../mention.ts';
import type { Rule, RuleAction, RuleScope } from '../../rule.ts';
import type { Decision } from './decision.ts';
import { Permitted } from './permitted.tsx';

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

/** The buttons beside one mention, and what rules made of it would cover. They stand inside the form of the page. */
export function Decisions({ mention, rules }: { mention: Mention; rules: readonly Rule[] }) {
  return (
    <Permitted right="moderate" site={mention.site}>
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
      {MENUS.map(([action, name]) => {
        const own = rules.filter((rule) => rule.action === action);
        return (
          own.length > 0 && (
            <details>
              <summary>{name}</summary>
              {own.map((rule) => (
                <p>
                  <button
                    type="submit"
                    name="one"
                    value={`${action}-${rule.scope}:${mention.id}`}
                    class="secondary outline"
                  >
                    {LABELS[action]} {SCOPES[rule.scope]}
                  </button>{' '}
                  <small>{coverage(rule)}</small>
                </p>
              ))}
            </details>
          )
        );
      })}
    </Permitted>
  );
}

const MENUS = [
  ['allow', 'Always allow…'],
  ['mute', 'Mute…'],
  ['block', 'Block…'],
] as const satisfies readonly (readonly [RuleAction, string])[];

const LABELS: Record<RuleAction, string> = { allow: 'Always allow', mute: 'Mute', block: 'Block' };
const SCOPES: Record<RuleScope, string> = {
  author: 'this author',
  path: 'this path',
  host: 'this domain',
  word: 'these words',
  text: 'these letters',
};
const DOES: Record<RuleAction, string> = {
  allow: 'Approves this one, and every later page',
  mute: 'Keeps this one from readers without calling it spam, and every later page',
  block: 'Calls this one spam, and turns away every later page',
};

function coverage({ action, scope, value }: Rule) {
  if (scope === 'author')
    return (
      <>
        {DOES[action]} that names <code>{value}</code> as its author and lies on the same host.
      </>
    );
  return scope === 'path' ? (
    <>
      {DOES[action]} whose address begins with <code>{value}</code>.
    </>
  ) : (
    <>
      {DOES[action]} of <code>{value}</code> and of every name below it.
    </>
  );
}
