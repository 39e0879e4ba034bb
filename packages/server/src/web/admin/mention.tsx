import { Hono } from 'hono';
import { visibility } from '../../inbound/desk.ts';
import { MATCH_WORDS } from '../../inbound/match-words.ts';
import type { Mention } from '../../mention.ts';
import type { WebDeps } from '../deps.ts';
import { present } from '../presented.ts';
import { line } from '../text.ts';
import { carryOut, doneFields, readDone } from './decision.ts';
import { Decisions } from './decisions.tsx';
import { deskOf } from './desk-of.ts';
import { DoneLine } from './done.tsx';
import { Fact, Facts } from './facts.tsx';
import { Csrf, page } from './layout.tsx';
import { pageTitleOf, rulesFor } from './lookup.ts';
import { MentionText } from './mention-text.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { KIND_VERB, LINK_SENTENCE, PROTOCOL_NAME } from './sentences.ts';
import { Trace } from './trace.tsx';
import type { DeskEnv } from './visitor.ts';

/** Everything that is known of one mention. */
export function mentionRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, desk, directory, clock } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/:id', async (c) => {
    const mention = await store.mentions.byId(c.req.param('id'));
    if (!mention) return c.notFound();
    const done = readDone(new URL(c.req.url).searchParams, c.var.words);
    const now = clock.now();
    return c.html(
      page({
        title: 'Mention',
        section: 'inbox',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>
              <bdi>{present(mention).author.name || present(mention).host}</bdi>{' '}
              {KIND_VERB[mention.entry?.kind ?? 'mention']}
            </h1>
            <DoneLine done={done} action={`/admin/mentions/${mention.id}`} visitor={c.var.visitor} />
            <p>
              {LINK_SENTENCE[mention.link]} {visibility(mention)}
            </p>
            <form method="post" action={`/admin/mentions/${mention.id}`}>
              <Csrf visitor={c.var.visitor} />
              <Decisions mention={mention} rules={rulesFor(desk, mention)} back="mention" />
            </form>
            <MentionFacts mention={mention} pageTitle={pageTitleOf(directory, mention.target)} now={now} />
            <p>
              <a href={`/admin/mentions/${mention.id}/text`}>{c.var.words.inbox.card.read}</a>
            </p>
            <Trace steps={await store.mentions.trace(mention.id)} now={now} />
          </>
        ),
      }),
    );
  });

  routes.get('/:id/text', async (c) => {
    const mention = await store.mentions.byId(c.req.param('id'));
    if (!mention) return c.notFound();
    const text = await store.mentions.text(mention.id);
    const children = <MentionText mention={mention} text={text} />;
    return c.html(page({ title: c.var.words.inbox.text.title, section: 'inbox', visitor: c.var.visitor, children }));
  });

  routes.post('/:id', async (c) => {
    const id = c.req.param('id');
    if (!(await store.mentions.byId(id))) return c.notFound();
    const pressed = await carryOut(deskOf(deps, c), c.var.form);
    return c.redirect(`/admin/mentions/${encodeURIComponent(id)}?${doneFields(pressed)}`, 303);
  });
  return routes;
}

function MentionFacts({ mention, pageTitle, now }: { mention: Mention; pageTitle: string; now: number }) {
  const { title, excerpt, author, published } = present(mention);
  const { facts, links, level } = mention;
  return (
    <Facts>
      <Fact name="From">
        <Outward url={mention.source} />
      </Fact>
      {facts && facts.finalUrl !== mention.source && (
        <Fact name="Leads to">
          <Outward url={facts.finalUrl} />
        </Fact>
      )}
      <Fact name="About">
        <Outward url={mention.target} text={pageTitle} />
      </Fact>
      {title && (
        <Fact name="Title">
          <bdi>{title}</bdi>
        </Fact>
      )}
      {(author.name || author.url) && (
        <Fact name="Author">
          {author.url ? <Outward url={author.url} text={author.name} /> : <bdi>{author.name}</bdi>}
        </Fact>
      )}
      {excerpt && (
        <Fact name="Passage">
          <bdi>{excerpt}</bdi>
        </Fact>
      )}
      {published && (
        <Fact name="Published">
          <Moment at={Date.parse(published)} now={now} />
        </Fact>
      )}
      {mention.reasons.length > 0 && (
        <Fact name="Why">
          <ul>
            {mention.reasons.map((reason) => (
              <li>
                <bdi>{line(reason)}</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {links.length > 0 && (
        <Fact name="Links">
          <ul>
            {links.map(({ href, anchor, rel }) => (
              <li>
                <bdi>{line(anchor) || 'without words'}</bdi> → <bdi>{line(href)}</bdi>
                {rel.length > 0 && <small> (marked {rel.map(line).join(', ')})</small>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {level && <Fact name="Matches">{MATCH_WORDS[level]}</Fact>}
      {facts && (
        <Fact name="Answer">
          HTTP {facts.status}
          {facts.noindex && ', asks search engines not to list it'}
          {facts.language && `, language ${line(facts.language)}`}
        </Fact>
      )}
      {facts?.canonical && (
        <Fact name="Calls itself">
          <Outward url={facts.canonical} />
        </Fact>
      )}
      <Fact name="Announced">
        by {mention.protocols.map((protocol) => PROTOCOL_NAME[protocol]).join(', ')},{' '}
        <Moment at={mention.receivedAt} now={now} />
        {mention.repeats > 0 && (
          <>
            ; again {mention.repeats === 1 ? 'once' : `${mention.repeats} times`}, last{' '}
            <Moment at={mention.lastReceivedAt} now={now} />
          </>
        )}
      </Fact>
      {mention.firstSeenAt !== undefined && (
        <Fact name="First seen">
          <Moment at={mention.firstSeenAt} now={now} />
        </Fact>
      )}
      {mention.lastSeenAt !== undefined && (
        <Fact name="Last seen">
          <Moment at={mention.lastSeenAt} now={now} />
        </Fact>
      )}
      {mention.checkedAt !== undefined && (
        <Fact name="Last checked">
          <Moment at={mention.checkedAt} now={now} />
        </Fact>
      )}
      {mention.publicAt !== undefined && (
        <Fact name="First published">
          <Moment at={mention.publicAt} now={now} />
        </Fact>
      )}
    </Facts>
  );
}
