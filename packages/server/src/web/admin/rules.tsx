import { type Context, Hono } from 'hono';
import { may } from '../../access.ts';
import { auditedDesk } from '../../inbound/audited-desk.ts';
import { RULE_ACTIONS, RULE_SCOPES, type RuleAction, type RuleScope, readRule } from '../../rule.ts';
import type { WebDeps } from '../deps.ts';
import { ListCards, type WrongList } from './block-lists.tsx';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Permitted } from './permitted.tsx';
import { reached } from './reached.ts';
import { type Draft, RuleForm, RuleList, RulePreview } from './rule-forms.tsx';
import { SiteNarrow } from './site-narrow.tsx';
import { actorOf, type DeskEnv, noteDone } from './visitor.ts';

/** What was done, by what the address of the page says of it. */
const SAID = ['made', 'removed', 'subscribed', 'known', 'unsubscribed'] as const;

/** The owner's rules, what a new one would cover, and the block lists of others. */
export function ruleRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, desk, directory, clock, random } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => show(c));

  async function show(c: Context<DeskEnv>, mistake?: WrongList) {
    const { memberships } = c.var.visitor;
    const asked = directory.byId(c.req.query('site') ?? '');
    const all = reached(directory, memberships, 'see');
    const sites = asked && may(memberships, 'see', asked.id) ? [asked] : all === 'many' ? [] : all;
    const mayRule = reached(directory, memberships, 'moderate');
    const rules = await Promise.all(sites.map(async (site) => ({ site, rules: await store.rules.list(site.id) })));
    const { rules: words, showing } = c.var.words;
    const { followed, unfollowed } = showing.desk;
    const done = SAID.map((name) => [name, words.done[name]] as const);
    const said = new Map<string, string>([...done, ['followed', followed], ['unfollowed', unfollowed]]).get(
      c.req.query('said') ?? '',
    );
    const count = /^\d{1,5}$/.exec(c.req.query('count') ?? '')?.[0];
    return c.html(
      page({
        title: words.title,
        section: 'rules',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>{words.title}</h1>
            {said && (
              <p role="status">
                <Marked text={said} /> {count && words.decided(Number(count))}
              </p>
            )}
            {mayRule.length > 0 && <RuleForm sites={asked ? sites : mayRule} visitor={c.var.visitor} />}
            {all === 'many' && <SiteNarrow action="/admin/rules" selected={asked?.id} />}
            {rules.map((one) => (
              <RuleList {...one} visitor={c.var.visitor} />
            ))}
            <Permitted right="change">
              <ListCards
                lists={await store.blockLists.list()}
                now={clock.now()}
                visitor={c.var.visitor}
                mistake={mistake}
              />
            </Permitted>
          </>
        ),
      }),
      mistake ? 422 : 200,
    );
  }

  routes.post('/', async (c) => {
    const draft = draftOf(c.var.form);
    const { rules: words } = c.var.words;
    const problem = draft.reading.ok ? undefined : words.problem[draft.reading.why];
    const site = directory.byId(draft.site);
    if (!site || !draft.reading.ok) {
      const children = (
        <RuleForm
          sites={reached(directory, c.var.visitor.memberships, 'moderate')}
          visitor={c.var.visitor}
          draft={draft}
          problem={problem}
        />
      );
      const whole = (
        <>
          <h1>{words.title}</h1>
          {children}
        </>
      );
      return c.html(page({ title: words.title, section: 'rules', visitor: c.var.visitor, children: whole }), 422);
    }
    const { scope, value, isShared } = draft.reading;
    const rule = { site: site.id, action: draft.action, scope, value };
    // Nothing is made before the owner has seen whom it meets; a shared name needs a tick of its own.
    const isSure = c.var.form.has('sure') && (!isShared || c.var.form.has('shared'));
    if (!isSure) {
      const coverage = await desk.preview(rule);
      const children = (
        <RulePreview draft={draft} rule={rule} isShared={isShared} coverage={coverage} visitor={c.var.visitor} />
      );
      return c.html(page({ title: words.fresh, section: 'rules', visitor: c.var.visitor, children }));
    }
    const { decided } = await auditedDesk(desk, deps, actorOf(c)).addRule(rule);
    return c.redirect(`/admin/rules?said=made&count=${decided}`, 303);
  });

  routes.post('/remove', async (c) => {
    const removed = await auditedDesk(desk, deps, actorOf(c)).removeRule(c.var.form.get('rule') ?? '');
    return removed ? c.redirect(`/admin/rules?said=removed&count=${removed.restored}`, 303) : c.notFound();
  });

  routes.post('/follow', async (c) => {
    const rule = await store.rules.byId(c.var.form.get('rule') ?? '');
    if (!rule || !(await store.rules.setFollow(rule.id, !rule.follow))) return c.notFound();
    await noteDone(
      deps,
      c,
      'rule changed',
      rule.site,
      `links ${rule.follow ? 'not followed' : 'followed'}: ${rule.value}`,
    );
    return c.redirect(`/admin/rules?said=${rule.follow ? 'unfollowed' : 'followed'}`, 303);
  });

  routes.post('/lists', async (c) => {
    const given = (c.var.form.get('address') ?? '').trim();
    const address = URL.parse(given);
    if (!address || !/^https?:$/.test(address.protocol))
      return show(c, { given, problem: c.var.words.blockLists.notWeb });
    const id = random.id();
    if (!(await store.blockLists.add({ id, address: address.href, addedAt: clock.now() })))
      return c.redirect('/admin/rules?said=known', 303);
    const subject = `list ${id}`;
    await store.jobs.enqueue({ kind: 'chore', subject, group: subject, startAfter: clock.now() });
    await noteDone(deps, c, 'list added', '', address.href);
    deps.onWork?.();
    return c.redirect('/admin/rules?said=subscribed', 303);
  });

  routes.post('/lists/remove', async (c) => {
    const list = (await store.blockLists.list()).find(({ id }) => id === c.var.form.get('list'));
    if (!list || !(await store.blockLists.remove(list.id))) return c.notFound();
    await noteDone(deps, c, 'list removed', '', list.address);
    return c.redirect('/admin/rules?said=unsubscribed', 303);
  });
  return routes;
}

function draftOf(form: URLSearchParams): Draft {
  const action = RULE_ACTIONS.find((one) => one === form.get('action')) ?? ('block' satisfies RuleAction);
  const scope = RULE_SCOPES.find((one): one is RuleScope => one === form.get('scope'));
  const text = form.get('value') ?? '';
  return { site: form.get('site') ?? '', action, scope, text, reading: readRule(text, scope) };
}
