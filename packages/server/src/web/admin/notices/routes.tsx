import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { CONFIGURED, MOST_RECIPIENTS, type Recipient } from '../../../recipient.ts';
import { addToken, liveToken, revokeToken } from '../../../tokens.ts';
import type { WebDeps } from '../../deps.ts';
import { isFeedToken } from '../../held-feed.ts';
import { hashSecret } from '../../session/secret.ts';
import { line } from '../../text.ts';
import { page } from '../layout.tsx';
import { Marked } from '../marked.tsx';
import { reached } from '../reached.ts';
import { SiteNarrow } from '../site-narrow.tsx';
import { actorOf, type DeskEnv, noteDone } from '../visitor.ts';
import { FeedSection } from './feed-section.tsx';
import { outboxRoutes } from './outbox-routes.tsx';
import { fieldsOf, type Problems, readRecipient } from './read-recipient.ts';
import { RecipientForm } from './recipient-form.tsx';
import { RecipientList } from './recipient-list.tsx';

const KINDS = ['email', 'webhook', 'ntfy'] as const;

/** Who is told what happens, the outbox, and the feed. */
export function noticesRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory, clock, random } = deps;
  const routes = new Hono<DeskEnv>();
  const kindOf = (c: Context<DeskEnv>) => KINDS.find((kind) => kind === c.req.param('kind'));
  const feedTokens = async () => (await store.tokens.list({ site: 'house' })).filter(isFeedToken);

  function framed(c: Context<DeskEnv>, children: Child, status: 200 | 422 = 200) {
    const { notices } = c.var.words;
    return c.html(page({ title: notices.title, section: 'notices', visitor: c.var.visitor, children }), status);
  }

  async function overview(c: Context<DeskEnv>, said: Child, status: 200 | 422 = 200) {
    const { words, visitor } = c.var;
    const { notices } = words;
    const isMany = reached(directory, visitor.memberships, 'see') === 'many';
    const asked = directory.byId(c.req.query('site') ?? '')?.id;
    const recipients = await store.recipients.list({ site: asked ?? (isMany ? 'house' : undefined) });
    const open = await Promise.all((await feedTokens()).map((token) => liveToken(store, token)));
    const children = (
      <>
        <h1>{notices.title}</h1>
        {said}
        <p>{notices.lead}</p>
        <p>
          <a href="/admin/notices/outbox">{notices.outbox}</a>
        </p>
        {deps.notices?.hasMail === false && recipients.some(({ kind }) => kind === 'email') && (
          <p role="alert">
            <Marked text={notices.noMail} />
          </p>
        )}
        {isMany && <SiteNarrow action="/admin/notices" selected={asked} />}
        <RecipientList recipients={recipients} directory={directory} visitor={visitor} />
        <p class="buttons">
          {KINDS.map((kind) => (
            <a href={`/admin/notices/new/${kind}`}>{notices.add[kind]}</a>
          ))}
        </p>
        <FeedSection isOpen={open.some((token) => token !== undefined)} visitor={visitor} />
      </>
    );
    return framed(c, children, status);
  }

  function form(
    c: Context<DeskEnv>,
    kind: Recipient['kind'],
    known: Recipient | undefined,
    given: URLSearchParams,
    problems: Problems = {},
  ) {
    const { words, visitor } = c.var;
    const title = known ? words.notices.changeOf(line(known.address)) : words.notices.add[kind];
    const hasSecret =
      known !== undefined && (('secret' in known && !!known.secret) || ('token' in known && !!known.token));
    const children = (
      <>
        <p>
          <a href="/admin/notices">{words.notices.back}</a>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {kind === 'email' && deps.notices?.hasMail === false && (
          <p role="alert">
            <Marked text={words.notices.noMail} />
          </p>
        )}
        <RecipientForm
          action={known ? `/admin/notices/${known.id}` : `/admin/notices/new/${kind}`}
          {...{ kind, given, problems, hasSecret, directory, visitor }}
        />
      </>
    );
    return framed(c, children, Object.keys(problems).length > 0 ? 422 : 200);
  }

  async function save(c: Context<DeskEnv>, kind: Recipient['kind'], known: Recipient | undefined) {
    const { form: fields, words } = c.var;
    const isSite = (id: string) => directory.byId(id) !== undefined;
    const read = readRecipient({
      form: fields,
      kind,
      id: known?.id ?? random.id(),
      known,
      now: clock.now(),
      isSite,
      words,
    });
    if (!read.ok) return form(c, kind, known, fields, read.problems);
    const { tooMany } = words.notices.problem;
    if (!known && (await store.recipients.list({ site: read.recipient.site ?? 'house' })).length >= MOST_RECIPIENTS)
      return form(c, kind, known, fields, { address: tooMany(MOST_RECIPIENTS) });
    const isBare = read.recipient.kind === 'webhook' && read.recipient.secret === undefined;
    const made = isBare ? `whsec_${btoa(random.secret().slice(0, 32))}` : undefined;
    const recipient = made ? { ...read.recipient, secret: made } : read.recipient;
    await store.recipients.save(recipient as Recipient);
    await noteDone(deps, c, 'notices changed', recipient.id, `${kind} ${recipient.address}`);
    return made
      ? overview(c, <Secret text={words.notices.newSecret} secret={made} />)
      : c.redirect('/admin/notices?saved=1', 303);
  }

  routes.get('/', (c) => {
    const { notices } = c.var.words;
    const said = c.req.query('saved')
      ? notices.saved
      : c.req.query('removed')
        ? notices.removed
        : c.req.query('closed') && notices.feedClosed;
    return overview(c, said && <p role="status">{said}</p>);
  });

  routes.get('/new/:kind', (c) => {
    const kind = kindOf(c);
    const usual = new URLSearchParams([
      ['active', 'on'],
      ['event', 'mention.held'],
      ['event', 'mention.lost'],
      ['event', 'mention.recovered'],
      ['language', c.var.words.language],
    ]);
    if (kind === 'email') usual.append('event', 'ledger.report');
    if (kind === 'webhook') usual.append('event', 'mention.published');
    if (kind === 'webhook') usual.append('event', 'mention.withdrawn');
    return kind ? form(c, kind, undefined, usual) : c.notFound();
  });
  routes.post('/new/:kind', (c) => {
    const kind = kindOf(c);
    return kind ? save(c, kind, undefined) : c.notFound();
  });

  routes.post('/feed', async (c) => {
    for (const { id } of await feedTokens()) await revokeToken(deps, id, actorOf(c));
    if (c.var.form.get('do') !== 'make') return c.redirect('/admin/notices?closed=1', 303);
    const { feed, feedMade, problem } = c.var.words.notices;
    const draft = { name: feed, scopes: ['feed'], site: undefined, maker: c.var.visitor.owner.id } as const;
    const added = await addToken({ ...deps, hashSecret }, draft, actorOf(c));
    if (!added) return overview(c, <p role="alert">{problem.tooMany(100)}</p>, 422);
    return overview(
      c,
      <Secret text={feedMade} secret={`${deps.publicUrl()}/notices/held.atom?token=${added.secret}`} />,
    );
  });

  routes.route('/outbox', outboxRoutes(deps));

  routes.post('/:id/test', async (c) => {
    const recipient = await store.recipients.byId(c.req.param('id'));
    if (!recipient || !deps.notices) return c.notFound();
    const { notices } = c.var.words;
    const { outcome, reason } = await deps.notices.test(recipient);
    return overview(
      c,
      <p role={outcome === 'sent' ? 'status' : 'alert'}>
        {outcome === 'sent' ? notices.sent : notices.notSent} <bdi lang="en">{line(reason)}</bdi>
      </p>,
    );
  });

  routes.post('/:id/remove', async (c) => {
    const id = c.req.param('id');
    const known = await store.recipients.byId(id);
    if (!known || id === CONFIGURED) return c.notFound();
    await store.recipients.remove(id);
    await noteDone(deps, c, 'notices changed', id, `removed ${known.address}`);
    return c.redirect('/admin/notices?removed=1', 303);
  });

  routes.get('/:id', async (c) => {
    const known = await store.recipients.byId(c.req.param('id'));
    return !known || known.id === CONFIGURED ? c.notFound() : form(c, known.kind, known, fieldsOf(known));
  });
  routes.post('/:id', async (c) => {
    const known = await store.recipients.byId(c.req.param('id'));
    return !known || known.id === CONFIGURED ? c.notFound() : save(c, known.kind, known);
  });
  return routes;
}

function Secret({ text, secret }: { text: string; secret: string }) {
  return (
    <div role="status" class="secret">
      <p>{text}</p>
      <pre>
        <code>{secret}</code>
      </pre>
    </div>
  );
}
