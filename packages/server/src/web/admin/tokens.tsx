import { type Context, Hono } from 'hono';
import type { ApiToken } from '../../access.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import { addToken, MOST_TOKENS, readScopes, revokeToken } from '../../tokens.ts';
import type { WebDeps } from '../deps.ts';
import { hashSecret } from '../session/secret.ts';
import { line } from '../text.ts';
import { Csrf, page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { reached } from './reached.ts';
import { SiteNarrow } from './site-narrow.tsx';
import { useWords } from './speaking.tsx';
import { type Problems, TokenForm } from './token-form.tsx';
import { actorOf, type DeskEnv, type Visitor } from './visitor.ts';

/** The tokens by which programs act for the owner. */
export function tokenRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => show(c, {}));

  routes.post('/', async (c) => {
    const { form } = c.var;
    const said = c.var.words.tokens;
    const name = line(form.get('name') ?? '');
    const scopes = readScopes(form.getAll('scope'));
    const site = form.get('site') || undefined;
    const problems = {
      ...((name === '' || name.length > 100) && { name: said.nameNeeded }),
      ...(!scopes && { scope: said.scopeNeeded }),
      ...(site !== undefined && !directory.byId(site) && { site: said.siteGone }),
    };
    if (!scopes || Object.keys(problems).length > 0) return show(c, { problems }, 422);
    const made = await addToken({ ...deps, hashSecret }, { name, scopes, site }, actorOf(c));
    if (!made) return show(c, { error: said.tooMany(MOST_TOKENS), problems }, 422);
    // Shown in this very answer and nowhere kept; a redirect would have to carry it in an address.
    return show(c, { secret: made.secret, name });
  });

  routes.post('/:id/revoke', async (c) => {
    const revoked = await revokeToken(deps, c.req.param('id'), actorOf(c));
    return revoked ? c.redirect('/admin/tokens?revoked=1', 303) : c.notFound();
  });
  return routes;

  async function show(
    c: Context<DeskEnv>,
    said: { readonly secret?: string; readonly name?: string; readonly error?: string; readonly problems?: Problems },
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const { visitor, words } = c.var;
    const sites = reached(directory, visitor.memberships, 'see');
    const asked = directory.byId(c.req.query('site') ?? '')?.id;
    const tokens = await store.tokens.list({ site: asked ?? (sites === 'many' ? 'house' : undefined) });
    return c.html(
      page({
        title: words.tokens.title,
        section: 'tokens',
        visitor,
        children: (
          <>
            <h1>{words.tokens.title}</h1>
            {said.secret && (
              <div role="status" class="secret">
                <p>
                  <Marked text={words.tokens.made} with={{ name: <bdi>{said.name}</bdi> }} />
                </p>
                <pre>
                  <code>{said.secret}</code>
                </pre>
              </div>
            )}
            {said.error && <p role="alert">{said.error}</p>}
            {c.req.query('revoked') && <p role="status">{words.tokens.revoked}</p>}
            <p>
              <Marked text={words.tokens.what} />
            </p>
            {sites === 'many' && <SiteNarrow action="/admin/tokens" selected={asked} />}
            {tokens.length > 0 && (
              <Tokens tokens={tokens} directory={directory} visitor={visitor} now={deps.clock.now()} />
            )}
            <TokenForm
              sites={sites}
              visitor={visitor}
              {...(said.problems && { given: c.var.form, problems: said.problems })}
            />
          </>
        ),
      }),
      status,
    );
  }
}

interface TokensProps {
  readonly tokens: readonly ApiToken[];
  readonly directory: SiteDirectory;
  readonly visitor: Visitor;
  readonly now: number;
}

function Tokens({ tokens, directory, visitor, now }: TokensProps) {
  const { tokens: words } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.may}</th>
            <th scope="col">{words.site}</th>
            <th scope="col">{words.lastUsed}</th>
            <th scope="col">{words.action}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, scopes, site, lastUsedAt }) => (
            <tr>
              <td class="word" data-label={words.name}>
                <bdi>{line(name)}</bdi>
              </td>
              <td data-label={words.may}>
                <code>{scopes.join(', ')}</code>
              </td>
              <td class="word" data-label={words.site}>
                {site === undefined ? words.all : (directory.byId(site)?.name ?? site)}
              </td>
              <td data-label={words.lastUsed}>
                {lastUsedAt === undefined ? words.never : <Moment at={lastUsedAt} now={now} />}
              </td>
              <td>
                <form method="post" action={`/admin/tokens/${id}/revoke`} class="inline">
                  <Csrf visitor={visitor} />
                  <button type="submit" class="quiet" aria-label={words.revokeOne(line(name))}>
                    {words.revoke}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
