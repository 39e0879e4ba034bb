import { type Context, Hono } from 'hono';
import { type ApiToken, SCOPES, type Scope } from '../../access.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import { addToken, MOST_TOKENS, readScopes, revokeToken } from '../../tokens.ts';
import type { WebDeps } from '../deps.ts';
import { hashSecret } from '../session/secret.ts';
import { line } from '../text.ts';
import { Field } from './field.tsx';
import { Csrf, page } from './layout.tsx';
import { Moment } from './moment.tsx';
import { actorOf, type DeskEnv, type Visitor } from './visitor.ts';

const MAY: Record<Scope, string> = {
  read: 'Read everything: held, rejected and sent too, with the reasons',
  moderate: 'Decide: approve, reject, call spam',
  send: 'Announce pages of my sites',
  feed: 'Read the feed of what waits, by an address that has the token in it (only if it may nothing else)',
};

/** The tokens by which programs act for the owner. */
export function tokenRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => show(c, {}));

  routes.post('/', async (c) => {
    const { form } = c.var;
    const name = line(form.get('name') ?? '');
    const scopes = readScopes(form.getAll('scope'));
    const site = form.get('site') || undefined;
    if (name === '' || name.length > 100)
      return show(c, { error: 'Give the token a name of 1 to 100 characters.' }, 422);
    if (!scopes) return show(c, { error: 'Tick what the token may do.' }, 422);
    if (site !== undefined && !directory.byId(site)) return show(c, { error: 'There is no such site any more.' }, 422);
    const made = await addToken({ ...deps, hashSecret }, { name, scopes, site }, actorOf(c));
    if (!made) return show(c, { error: `There are ${MOST_TOKENS} tokens already: revoke one first.` }, 422);
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
    said: { readonly secret?: string; readonly name?: string; readonly error?: string },
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const tokens = await store.tokens.list();
    const { visitor } = c.var;
    return c.html(
      page({
        title: 'Tokens',
        section: 'tokens',
        visitor,
        children: (
          <>
            <h1>Tokens</h1>
            {said.secret && (
              <div role="status" class="secret">
                <p>
                  The token <bdi>{said.name}</bdi>. Copy it now: it is shown this once.
                </p>
                <pre>
                  <code>{said.secret}</code>
                </pre>
              </div>
            )}
            {said.error && <p role="alert">{said.error}</p>}
            {c.req.query('revoked') && <p role="status">Revoked: it opens nothing any more.</p>}
            <p>
              A token lets a program of yours act for you. It is sent as a header,{' '}
              <code>Authorization: Bearer hb_…</code>, and never stands in an address.
            </p>
            {tokens.length > 0 && (
              <Tokens tokens={tokens} directory={directory} visitor={visitor} now={deps.clock.now()} />
            )}
            <Form directory={directory} visitor={visitor} />
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
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">May</th>
            <th scope="col">Site</th>
            <th scope="col">Last used</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, scopes, site, lastUsedAt }) => (
            <tr>
              <td class="word" data-label="Name">
                <bdi>{line(name)}</bdi>
              </td>
              <td data-label="May">{scopes.join(', ')}</td>
              <td class="word" data-label="Site">
                {site === undefined ? 'all' : (directory.byId(site)?.name ?? site)}
              </td>
              <td data-label="Last used">
                {lastUsedAt === undefined ? 'never' : <Moment at={lastUsedAt} now={now} />}
              </td>
              <td>
                <form method="post" action={`/admin/tokens/${id}/revoke`} class="inline">
                  <Csrf visitor={visitor} />
                  <button type="submit" class="quiet" aria-label={`Revoke ${line(name)}`}>
                    Revoke
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

function Form({ directory, visitor }: { directory: SiteDirectory; visitor: Visitor }) {
  return (
    <article>
      <h2>A new token</h2>
      <form method="post" action="/admin/tokens">
        <Csrf visitor={visitor} />
        <Field
          label="Name"
          name="name"
          autocomplete="off"
          hint="What it is for, so that you know which one to revoke."
        />
        <fieldset>
          <legend>It may</legend>
          {SCOPES.map((scope) => (
            <label>
              <input type="checkbox" name="scope" value={scope} /> {MAY[scope]}
            </label>
          ))}
        </fieldset>
        <label>
          For
          <select name="site">
            <option value="">all sites</option>
            {directory.sites().map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </label>
        <button type="submit" class="save secondary outline">
          Make it
        </button>
      </form>
    </article>
  );
}
