import { Hono } from 'hono';
import type { MentionScope } from '../../inbound/desk.ts';
import type { Coverage } from '../../inbound/ruling.ts';
import { RULE_ACTIONS, type Rule, type RuleAction } from '../../rule.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { doneFields, MENTION_SCOPES } from './decision.ts';
import { deskOf } from './desk-of.ts';
import { readView, writeView } from './inbox-view.ts';
import { Csrf, page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Outward } from './outward.tsx';
import { useWords } from './speaking.tsx';
import type { DeskEnv, Visitor } from './visitor.ts';

interface Asked {
  readonly mention: string;
  readonly action: RuleAction;
  readonly scope: MentionScope;
  /** The address to come back to, made of our own words. */
  readonly back: string;
}

/** A rule that is made of a mention: first what it would cover, then the rule. */
export function ruleOfMention(deps: WebDeps): Hono<DeskEnv> {
  const { store, desk } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const asked = read(query, deps);
    const mention = await store.mentions.byId(asked?.mention ?? '');
    const draft = asked && mention && desk.ruleFor(mention, asked.scope, asked.action);
    const { visitor } = c.var;
    const { inbox } = visitor.words;
    const coverage = draft && (await desk.preview(draft));
    const about = { title: inbox.inbox, section: 'inbox', visitor } as const;
    if (!coverage || !draft) {
      const children = (
        <>
          <h1>{inbox.inbox}</h1>
          <p role="alert">{inbox.rule.gone}</p>
        </>
      );
      return c.html(page({ ...about, children }), 404);
    }
    const back = query.get('back') ?? '';
    return c.html(page({ ...about, children: <RuleQuestion {...{ asked, draft, coverage, back, visitor }} /> }));
  });

  routes.post('/', async (c) => {
    const asked = read(c.var.form, deps);
    if (!asked) return c.redirect('/admin/inbox', 303);
    const { mention, scope, action, back } = asked;
    const pressed = await deskOf(deps, c).rule(mention, scope, action);
    return c.redirect(`${back}${back.includes('?') ? '&' : '?'}${doneFields({ ...pressed, done: action })}`, 303);
  });
  return routes;
}

function read(fields: URLSearchParams, deps: WebDeps): Asked | undefined {
  const action = RULE_ACTIONS.find((one) => one === fields.get('action'));
  const scope = MENTION_SCOPES.find((one) => one === fields.get('scope'));
  const mention = /^[\w-]{1,64}$/.exec(fields.get('mention') ?? '')?.[0];
  if (!action || !scope || !mention) return undefined;
  const view = readView(new URLSearchParams(fields.get('back') ?? ''), deps);
  const back = fields.get('back') === 'mention' ? `/admin/mentions/${mention}` : `/admin/inbox?${writeView(view)}`;
  return { mention, action, scope, back };
}

interface QuestionProps {
  readonly asked: Asked;
  readonly draft: Rule;
  readonly coverage: Coverage;
  /** As it stood in the address. */
  readonly back: string;
  readonly visitor: Visitor;
}

function RuleQuestion({ asked, draft, coverage, back, visitor }: QuestionProps) {
  const { inbox, states } = useWords();
  const { action, scope } = asked;
  const value = <code>{line(draft.value)}</code>;
  const what = (
    <>
      {states.ruleScope[scope]} {value}
    </>
  );
  return (
    <>
      <h1>
        <Marked text={inbox.rule.title[action]} with={{ what }} />
      </h1>
      <p>
        <Marked text={inbox.rule.does[action][scope]} with={{ value }} />
      </p>
      <p>
        {inbox.rule.held(coverage.held)} {inbox.rule.shown(coverage.shown)} {coverage.isPartial && inbox.rule.partial}
      </p>
      {coverage.examples.length > 0 && (
        <>
          <p>{inbox.rule.examples}</p>
          <ul>
            {coverage.examples.map((source) => (
              <li class="address">
                <Outward url={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action="/admin/inbox/rule">
        <Csrf visitor={visitor} />
        <input type="hidden" name="mention" value={asked.mention} />
        <input type="hidden" name="action" value={action} />
        <input type="hidden" name="scope" value={scope} />
        <input type="hidden" name="back" value={back} />
        <div class="buttons">
          <button type="submit">{inbox.rule.sure[action]}</button>
          <a href={asked.back}>{inbox.ratherNot}</a>
        </div>
      </form>
    </>
  );
}
