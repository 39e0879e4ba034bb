import type { Coverage, RuleDraft } from '../../inbound/ruling.ts';
import { mayFollow, RULE_ACTIONS, type Rule, type RuleAction, type RuleReading, type RuleScope } from '../../rule.ts';
import type { Site } from '../../site.ts';
import { line } from '../text.ts';
import { Csrf } from './layout.tsx';
import { Permitted } from './permitted.tsx';
import { RULE_SCOPE, RULE_VERB } from './sentences.ts';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';

/** What the form says, as it was typed and as it was read. */
export interface Draft {
  readonly site: string;
  readonly action: RuleAction;
  readonly scope: RuleScope | undefined;
  readonly text: string;
  readonly reading: RuleReading;
}

const CHOICES: readonly (readonly [RuleScope | '', string])[] = [
  ['', 'a domain or an address'],
  ['author', 'an author’s page'],
  ['word', 'words, as they stand'],
  ['text', 'letters, also inside words'],
];

interface FormProps {
  readonly sites: readonly Site[];
  readonly visitor: Visitor;
  readonly draft?: Draft;
  readonly problem?: string | undefined;
}

export function RuleForm({ sites, visitor, draft, problem }: FormProps) {
  return (
    <form method="post" action="/admin/rules">
      <Csrf visitor={visitor} />
      <h2>A new rule</h2>
      {problem && <p role="alert">{problem}</p>}
      <label>
        What it does
        <select name="action">
          {RULE_ACTIONS.toReversed().map((action) => (
            <option value={action} selected={action === draft?.action}>
              {RULE_VERB[action]}
            </option>
          ))}
        </select>
      </label>
      <label>
        To what
        <select name="scope">
          {CHOICES.map(([scope, label]) => (
            <option value={scope} selected={scope === draft?.scope}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Domain, address or words
        <input name="value" required maxlength={300} value={draft?.text} placeholder="spam.example" />
      </label>
      <label>
        On the site
        <select name="site">
          {sites.map(({ id, name }) => (
            <option value={id} selected={id === draft?.site}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="secondary">
        See what it would cover
      </button>
    </form>
  );
}

interface PreviewProps {
  readonly draft: Draft;
  readonly rule: RuleDraft;
  readonly isShared: boolean;
  readonly coverage: Coverage;
  readonly visitor: Visitor;
}

export function RulePreview({ draft, rule, isShared, coverage, visitor }: PreviewProps) {
  const { held, shown, examples, isPartial } = coverage;
  return (
    <form method="post" action="/admin/rules">
      <Csrf visitor={visitor} />
      <h1>
        {RULE_VERB[rule.action]} {RULE_SCOPE[rule.scope]} <code>{line(rule.value)}</code>?
      </h1>
      {isShared && (
        <p role="alert">
          Everybody may have a site under <code>{rule.value}</code>: this rule would meet people who have nothing to do
          with each other. A rule for one of their names, like <code>name.{rule.value}</code>, meets only that one.
        </p>
      )}
      <p>
        It covers {held} held and {shown} shown {held + shown === 1 ? 'mention' : 'mentions'}
        {isPartial && ' among the newest ten thousand'}. The held ones are decided at once; shown ones stay until you
        decide about them yourself.
      </p>
      {examples.length > 0 && (
        <ul>
          {examples.map((source) => (
            <li class="address">
              <bdi>{line(source)}</bdi>
            </li>
          ))}
        </ul>
      )}
      {isShared && (
        <label>
          <input type="checkbox" name="shared" /> I mean everybody under this name
        </label>
      )}
      <input type="hidden" name="site" value={draft.site} />
      <input type="hidden" name="action" value={draft.action} />
      <input type="hidden" name="scope" value={draft.scope ?? ''} />
      <input type="hidden" name="value" value={draft.text} />
      <button type="submit" name="sure" value="yes">
        Make this rule
      </button>{' '}
      <a href="/admin/rules">Rather not</a>
    </form>
  );
}

export function RuleList({ site, rules, visitor }: { site: Site; rules: readonly Rule[]; visitor: Visitor }) {
  if (rules.length === 0) return <p class="empty">No rules on {site.name} yet.</p>;
  return (
    <form method="post" action="/admin/rules/remove">
      <Csrf visitor={visitor} />
      <h2>{site.name}</h2>
      <RuleItems rules={rules} />
    </form>
  );
}

/** Inside the form that removes what is clicked. */
function RuleItems({ rules }: { rules: readonly Rule[] }) {
  const { desk } = useWords().showing;
  return (
    <ul class="rules">
      {rules.map(({ id, site, action, scope, value, follow }) => (
        <li>
          <span>
            {RULE_VERB[action]} {RULE_SCOPE[scope]} <code>{line(value)}</code>
          </span>
          <Permitted right="moderate" site={site}>
            {mayFollow({ action, scope }) && (
              <button type="submit" name="rule" value={id} class="quiet" formaction="/admin/rules/follow">
                {follow ? desk.unfollow : desk.follow}
              </button>
            )}
            <button type="submit" name="rule" value={id} class="quiet">
              Remove
            </button>
          </Permitted>
        </li>
      ))}
    </ul>
  );
}
