import { type Context, Hono } from 'hono';
import { may, scopesWith, sitesWith } from '../../access.ts';
import { addToken, liveToken, MOST_TOKENS, mayGive, readScopes, revokeToken } from '../../tokens.ts';
import type { WebDeps } from '../deps.ts';
import { problem } from '../problem.ts';
import { hashSecret } from '../session/secret.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { reached } from './reached.ts';
import { SiteNarrow } from './site-narrow.tsx';
import { type Problems, TokenForm } from './token-form.tsx';
import { type Listed, Tokens } from './token-list.tsx';
import { actorOf, type DeskEnv, type Visitor } from './visitor.ts';

/** The tokens by which programs act for the owner: for whoever owns a site those of it, each that they could make themselves. */
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
    const { owner, memberships } = c.var.visitor;
    if (!mayGive(memberships, { site, scopes })) return problem(c, 403, (say) => say.notForYou);
    const made = await addToken({ ...deps, hashSecret }, { name, scopes, site, maker: owner.id }, actorOf(c));
    if (!made) return show(c, { error: said.tooMany(MOST_TOKENS), problems }, 422);
    // Shown in this very answer and nowhere kept; a redirect would have to carry it in an address.
    return show(c, { secret: made.secret, name });
  });

  routes.post('/:id/revoke', async (c) => {
    const token = await store.tokens.byId(c.req.param('id'));
    if (!token || !mayGive(c.var.visitor.memberships, token)) return c.notFound();
    const revoked = await revokeToken(deps, token.id, actorOf(c));
    return revoked ? c.redirect('/admin/tokens?revoked=1', 303) : c.notFound();
  });
  return routes;

  /** Of one site, or of all where they are not too many to be gone through. */
  async function listed(visitor: Visitor, asked: string | undefined, areMany: boolean): Promise<readonly Listed[]> {
    const { memberships } = visitor;
    const own = sitesWith(memberships, 'change');
    const places = asked !== undefined ? [asked] : areMany ? ['house'] : (own ?? [undefined]);
    const found = (await Promise.all(places.map((site) => store.tokens.list({ site })))).flat();
    const tokens = found.filter((token) => mayGive(memberships, token));
    return Promise.all(
      tokens.map(async (token) => ({
        token,
        scopes: (await liveToken(store, token))?.scopes ?? [],
        maker: token.maker === undefined ? undefined : await store.owners.byId(token.maker),
      })),
    );
  }

  async function show(
    c: Context<DeskEnv>,
    said: { readonly secret?: string; readonly name?: string; readonly error?: string; readonly problems?: Problems },
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const { visitor, words } = c.var;
    const { memberships } = visitor;
    const isForAll = may(memberships, 'change', undefined);
    const sites = reached(directory, memberships, 'change');
    const asked = directory.byId(c.req.query('site') ?? '')?.id;
    const tokens = await listed(visitor, asked, sites === 'many');
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
              <Tokens {...{ tokens, directory, visitor }} isForAll={isForAll} now={deps.clock.now()} />
            )}
            <TokenForm
              {...{ sites, isForAll, visitor }}
              scopes={scopesWith(memberships, isForAll ? undefined : sitesWith(memberships, 'change')?.[0])}
              {...(said.problems && { given: c.var.form, problems: said.problems })}
            />
          </>
        ),
      }),
      status,
    );
  }
}
