import { Hono } from 'hono';
import { visibility } from '../../inbound/desk.ts';
import type { Mention } from '../../mention.ts';
import { nextForMention } from '../../next-step.ts';
import type { WebDeps } from '../deps.ts';
import { present } from '../presented.ts';
import { line } from '../text.ts';
import { carryOut, doneFields, readDone } from './decision.ts';
import { Decisions } from './decisions.tsx';
import { deskOf } from './desk-of.ts';
import { DoneLine } from './done.tsx';
import { Fact, Facts } from './facts.tsx';
import { Csrf, page } from './layout.tsx';
import { CHANGES_SHOWN, LinkHistory } from './link-history.tsx';
import { pageTitleOf, scopesOf } from './lookup.ts';
import { Marked } from './marked.tsx';
import { MentionText } from './mention-text.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { Reason } from './reason.tsx';
import { PROTOCOL_NAME } from './sentences.ts';
import { useWords } from './speaking.tsx';
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
    const { words } = c.var;
    const steps = await store.mentions.trace(mention.id);
    const now = clock.now();
    const before = /^\d{1,9}$/.exec(c.req.query('changes-before') ?? '')?.[0];
    const part = { before: before === undefined ? undefined : Number(before), limit: CHANGES_SHOWN };
    const history = {
      backlink: await store.backlinks.byMention(mention.id),
      changes: await store.backlinks.changes(mention.id, part),
      address: `/admin/mentions/${mention.id}`,
      isEarlier: before !== undefined,
    };
    return c.html(
      page({
        title: words.mention.title,
        section: 'inbox',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>
              <bdi>{present(mention).author.name || present(mention).host}</bdi>{' '}
              {words.states.kind[mention.entry?.kind ?? 'mention']}
            </h1>
            <DoneLine done={done} action={`/admin/mentions/${mention.id}`} visitor={c.var.visitor} />
            <p>
              {words.states.link[mention.link]} {words.mention[visibility(mention)]}
            </p>
            <form method="post" action={`/admin/mentions/${mention.id}`}>
              <Csrf visitor={c.var.visitor} />
              <Decisions mention={mention} scopes={scopesOf(desk, mention)} back="mention" />
            </form>
            <MentionFacts mention={mention} pageTitle={pageTitleOf(directory, mention.target)} now={now} />
            <p>
              <a href={`/admin/mentions/${mention.id}/text`}>{c.var.words.inbox.card.read}</a>
            </p>
            <LinkHistory {...history} now={now} />
            <Trace steps={steps} now={now} next={nextForMention(mention, steps.at(-1)?.reason ?? '')} />
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
  const { mention: words, write } = useWords();
  const { title, excerpt, author, published } = present(mention);
  const { facts, links, level } = mention;
  return (
    <Facts>
      <Fact name={words.from}>
        <Outward url={mention.source} />
      </Fact>
      {facts && facts.finalUrl !== mention.source && (
        <Fact name={words.leadsTo}>
          <Outward url={facts.finalUrl} />
        </Fact>
      )}
      <Fact name={words.about}>
        <Outward url={mention.target} text={pageTitle} />
      </Fact>
      {title && (
        <Fact name={words.name}>
          <bdi>{title}</bdi>
        </Fact>
      )}
      {(author.name || author.url) && (
        <Fact name={words.author}>
          {author.url ? <Outward url={author.url} text={author.name} /> : <bdi>{author.name}</bdi>}
        </Fact>
      )}
      {excerpt && (
        <Fact name={words.passage}>
          <bdi>{excerpt}</bdi>
        </Fact>
      )}
      {published && (
        <Fact name={words.published}>
          <Moment at={Date.parse(published)} now={now} />
        </Fact>
      )}
      {mention.reasons.length > 0 && (
        <Fact name={words.why}>
          <ul>
            {mention.reasons.map((reason) => (
              <li>
                <Reason text={reason} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {links.length > 0 && (
        <Fact name={words.links}>
          <ul>
            {links.map(({ href, anchor, rel }) => (
              <li>
                <bdi>{line(anchor) || words.withoutWords}</bdi> → <bdi>{line(href)}</bdi>
                {rel.length > 0 && (
                  <small>
                    {' '}
                    <Marked text={words.marked} with={{ rel: <bdi>{rel.map(line).join(', ')}</bdi> }} />
                  </small>
                )}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {level && <Fact name={words.matches}>{words.match[level]}</Fact>}
      {facts && (
        <Fact name={words.answer}>
          HTTP {facts.status}
          {facts.noindex && `, ${words.noindex}`}
          {facts.language && (
            <>
              , <Marked text={words.language} with={{ code: <bdi>{line(facts.language)}</bdi> }} />
            </>
          )}
        </Fact>
      )}
      {facts?.canonical && (
        <Fact name={words.callsItself}>
          <Outward url={facts.canonical} />
        </Fact>
      )}
      <Fact name={words.announced}>
        <Marked
          text={words.announcedBy}
          with={{
            protocols: write.list(mention.protocols.map((protocol) => PROTOCOL_NAME[protocol])),
            when: <Moment at={mention.receivedAt} now={now} />,
          }}
        />
        {mention.repeats > 0 && (
          <Marked
            text={words.again(mention.repeats)}
            with={{ when: <Moment at={mention.lastReceivedAt} now={now} /> }}
          />
        )}
      </Fact>
      {mention.firstSeenAt !== undefined && (
        <Fact name={words.firstSeen}>
          <Moment at={mention.firstSeenAt} now={now} />
        </Fact>
      )}
      {mention.lastSeenAt !== undefined && (
        <Fact name={words.lastSeen}>
          <Moment at={mention.lastSeenAt} now={now} />
        </Fact>
      )}
      {mention.checkedAt !== undefined && (
        <Fact name={words.lastChecked}>
          <Moment at={mention.checkedAt} now={now} />
        </Fact>
      )}
      {mention.publicAt !== undefined && (
        <Fact name={words.firstPublished}>
          <Moment at={mention.publicAt} now={now} />
        </Fact>
      )}
    </Facts>
  );
}
