import type { Coverage, RuleDraft } from '../../inbound/ruling.ts';
import { mayFollow, RULE_ACTIONS, type Rule, type RuleAction, type RuleReading, type RuleScope } from '../../rule.ts';
import type { Site } from '../../site.ts';
import { line } from '../text.ts';
import { Csrf } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Permitted } from './permitted.tsx';
import type { Reached } from './reached.ts';
import { LabelledSites } from './site-choice.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';
import { Wrong, wrong } from './wrong.tsx';

/** What the form says, as it was typed and as it was read. */
export interface Draft {
  readonly site: string;
  readonly action: RuleAction;
  readonly scope: RuleScope | undefined;
  readonly text: string;
  readonly reading: RuleReading;
}

const CHOICES = ['', 'author', 'word', 'text'] as const satisfies readonly (RuleScope | '')[];

interface FormProps {
  readonly sites: Reached;
  readonly visitor: Visitor;
  readonly draft?: Draft;
  readonly problem?: string | undefined;
}

export function RuleForm({ sites, visitor, draft, problem }: FormProps) {
  const { rules, states } = useWords();
  return (
    <form method="post" action="/admin/rules">
      <Csrf visitor={visitor} />
      <h2>{rules.fresh}</h2>
      <label>
        {rules.what}
        <select name="action">
          {RULE_ACTIONS.toReversed().map((action) => (
            <option value={action} selected={action === draft?.action}>
              {states.ruleAction[action]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {rules.toWhat}
        <select name="scope">
          {CHOICES.map((scope) => (
            <option value={scope} selected={scope === draft?.scope}>
              {rules.choices[scope || 'host']}
            </option>
          ))}
        </select>
      </label>
      <label>
        {rules.value}
        <input
          name="value"
          required
          maxlength={300}
          value={draft?.text}
          placeholder="spam.example"
          {...wrong('value', problem)}
        />
        <Wrong name="value" problem={problem} />
      </label>
      <LabelledSites label={rules.site} sites={sites} selected={draft?.site} />
      <button type="submit" class="secondary">
        {rules.see}
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
  const { rules, states } = useWords();
  const { held, shown, examples, isPartial } = coverage;
  return (
    <form method="post" action="/admin/rules">
      <Csrf visitor={visitor} />
      <h1>
        {states.ruleAction[rule.action]} {states.ruleScope[rule.scope]}{' '}
        <bdi>
          <code>{line(rule.value)}</code>
        </bdi>
        ?
      </h1>
      {isShared && (
        <p role="alert">
          <Marked
            text={rules.shared}
            with={{ host: <code>{line(rule.value)}</code>, one: <code>name.{line(rule.value)}</code> }}
          />
        </p>
      )}
      <p>
        {rules.covers(held, shown)} {isPartial && `${rules.partial} `}
        {rules.atOnce}
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
          <input type="checkbox" name="shared" /> {rules.everybody}
        </label>
      )}
      <input type="hidden" name="site" value={draft.site} />
      <input type="hidden" name="action" value={draft.action} />
      <input type="hidden" name="scope" value={draft.scope ?? ''} />
      <input type="hidden" name="value" value={draft.text} />
      <button type="submit" name="sure" value="yes">
        {rules.make}
      </button>{' '}
      <a href="/admin/rules">{rules.ratherNot}</a>
    </form>
  );
}

export function RuleList({ site, rules, visitor }: { site: Site; rules: readonly Rule[]; visitor: Visitor }) {
  const { rules: words } = useWords();
  if (rules.length === 0)
    return (
      <p class="empty">
        <Marked text={words.none} with={{ site: <bdi>{line(site.name)}</bdi> }} />
      </p>
    );
  return (
    <form method="post" action="/admin/rules/remove">
      <Csrf visitor={visitor} />
      <h2>
        <bdi>{line(site.name)}</bdi>
      </h2>
      <RuleItems rules={rules} />
    </form>
  );
}

/** Inside the form that removes what is clicked. */
function RuleItems({ rules }: { rules: readonly Rule[] }) {
  const { rules: words, showing, states } = useWords();
  const { desk } = showing;
  return (
    <ul class="rules">
      {rules.map(({ id, site, action, scope, value, follow }) => (
        <li>
          <span>
            {states.ruleAction[action]} {states.ruleScope[scope]}{' '}
            <bdi>
              <code>{line(value)}</code>
            </bdi>
          </span>
          <Permitted right="moderate" site={site}>
            {mayFollow({ action, scope }) && (
              <button type="submit" name="rule" value={id} class="quiet" formaction="/admin/rules/follow">
                {follow ? desk.unfollow : desk.follow}
              </button>
            )}
            <button type="submit" name="rule" value={id} class="quiet" aria-label={words.removeOne(line(value))}>
              {words.remove}
            </button>
          </Permitted>
        </li>
      ))}
    </ul>
  );
}
