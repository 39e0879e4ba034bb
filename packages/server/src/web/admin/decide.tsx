import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { type Actor, may } from '../../access.ts';
import { auditedDesk } from '../../inbound/audited-desk.ts';
import type { Ticket } from '../../inbound/notify/ticket.ts';
import type { Mention } from '../../mention.ts';
import { DECIDED } from '../../notice-link.ts';
import type { WebDeps } from '../deps.ts';
import { present } from '../presented.ts';
import { problem } from '../problem.ts';
import { sameSecret } from '../session/secret.ts';
import type { Sessions } from '../session/sessions.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import { Outward } from './outward.tsx';
import type { DeskEnv } from './visitor.ts';

type Visit = NonNullable<Awaited<ReturnType<Sessions['find']>>>;

interface DecideDeps extends Pick<WebDeps, 'store' | 'clock' | 'desk' | 'notices'> {
  readonly visit: (c: Context<DeskEnv>) => Promise<Visit | undefined>;
}

/** Where a log-in may lead besides the inbox. */
export const AFTER_LOG_IN = /^\/admin\/decide\/[\w.-]{1,300}$/;

/**
 * The page behind a link of a mail. Looking at it decides nothing, for programs that guard mailboxes look at every link;
 * the button does. A link is good for the mention and the decision that it names, while that waits, and, unless the
 * owner chose otherwise, for those who are logged in.
 */
export function decide({ store, clock, desk, notices, visit }: DecideDeps) {
  type Opened = {
    readonly ticket: Ticket;
    readonly mention: Mention;
    readonly actor: Actor;
    readonly csrf: string | undefined;
  };

  async function open(c: Context<DeskEnv>): Promise<Opened | Response> {
    const text = c.req.param('ticket') ?? '';
    const ticket = await notices?.tickets.open(text, clock.now());
    const recipient = ticket && (await store.recipients.byId(ticket.recipient));
    if (!ticket || recipient?.kind !== 'email' || !recipient.active) return dead(c);
    const address = c.env?.address;
    const found = await visit(c);
    if (!found && !recipient.openLinks) return c.redirect(`/admin/login?next=/admin/decide/${text}`, 303);
    const mention = await store.mentions.byId(ticket.mention);
    if (!mention) return dead(c);
    // Whoever holds an open link decides by it; a log-in is only as good as its role.
    if (found && !recipient.openLinks && !may(await store.members.of(found.owner.id), 'moderate', mention.site))
      return problem(c, 403, (say) => say.notForYou);
    const actor = { name: found ? found.owner.name : `mail to ${recipient.address}`, address };
    return { ticket, mention, actor, csrf: found?.session.csrf };
  }

  return {
    async show(c: Context<DeskEnv>): Promise<Response> {
      const opened = await open(c);
      if (opened instanceof Response) return opened;
      const { ticket, mention, csrf } = opened;
      const { news } = c.var.words;
      if (mention.moderation !== 'pending') return taken(c, mention);
      return plain(
        c,
        news.really[ticket.decision],
        <>
          <p>{news.means[ticket.decision]}</p>
          <Told mention={mention} />
          <form method="post">
            {csrf && <input type="hidden" name="csrf" value={csrf} />}
            <button type="submit">{news.decision[ticket.decision]}</button>
          </form>
        </>,
      );
    },

    async submit(c: Context<DeskEnv>): Promise<Response> {
      const opened = await open(c);
      if (opened instanceof Response) return opened;
      const { ticket, mention, actor, csrf } = opened;
      if (csrf !== undefined && !sameSecret(c.var.form.get('csrf') ?? '', csrf)) return c.redirect(c.req.path, 303);
      if (mention.moderation !== 'pending') return taken(c, mention);
      await auditedDesk(desk, { store, clock }, actor).moderate([mention.id], DECIDED[ticket.decision]);
      return plain(c, c.var.words.news.done[ticket.decision], <ToDesk id={mention.id} text={c.var.words.news.desk} />);
    },
  };

  function dead(c: Context<DeskEnv>) {
    const { news } = c.var.words;
    return plain(c, news.deadLink, <Said text={news.deadLinkWhy} more={<ToDesk text={news.desk} />} />, 404);
  }

  function taken(c: Context<DeskEnv>, { id }: Mention) {
    const { news } = c.var.words;
    return plain(c, news.decided, <Said text={news.decidedWhy} more={<ToDesk id={id} text={news.desk} />} />);
  }
}

function plain(c: Context<DeskEnv>, title: string, body: Child, status: 200 | 404 = 200) {
  const children = (
    <article class="narrow">
      <h1>{title}</h1>
      {body}
    </article>
  );
  c.header('X-Robots-Tag', 'noindex');
  return c.html(page({ title, reader: { words: c.var.words, path: c.req.path }, children }), status);
}

function Said({ text, more }: { text: string; more: Child }) {
  return (
    <>
      <p>{text}</p>
      {more}
    </>
  );
}

function ToDesk({ id, text }: { id?: string; text: string }) {
  return (
    <p>
      <a href={id === undefined ? '/admin/inbox' : `/admin/mentions/${id}`}>{text}</a>
    </p>
  );
}

function Told({ mention }: { mention: Mention }) {
  const shown = present(mention);
  return (
    <>
      <p>
        <strong>
          <bdi>{shown.author.name || shown.host}</bdi>
        </strong>
      </p>
      <p class="title">
        <Outward url={mention.source} text={shown.title} />
        {shown.title && <small class="address">{shown.source || line(mention.source)}</small>}
      </p>
      {shown.excerpt && (
        <blockquote>
          <bdi>{shown.excerpt}</bdi>
        </blockquote>
      )}
      <ul class="reasons">
        {mention.reasons.map((reason) => (
          <li lang="en">
            <bdi>{line(reason)}</bdi>
          </li>
        ))}
      </ul>
      <p>
        <Outward url={mention.target} />
      </p>
    </>
  );
}
