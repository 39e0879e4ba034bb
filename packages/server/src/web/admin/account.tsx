import { type Context, Hono } from 'hono';
import type { Session } from '../../owner.ts';
import type { WebDeps } from '../deps.ts';
import { fitsHash, type Passwords } from '../session/password.ts';
import { hashSecret } from '../session/secret.ts';
import type { Throttle } from '../session/throttle.ts';
import { line } from '../text.ts';
import { Field } from './field.tsx';
import { Csrf, page } from './layout.tsx';
import { Moment } from './moment.tsx';
import { NewPassword } from './new-password.tsx';
import { type PasswordProblems, passwordProblems } from './password-problems.ts';
import { roleSentence } from './role-words.ts';
import { useWords } from './speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

interface AccountDeps extends Pick<WebDeps, 'store' | 'clock' | 'directory'> {
  readonly passwords: Passwords;
  readonly throttle: Throttle;
}

type Problems = PasswordProblems & { readonly current?: string };

/** What belongs to the visitor alone: the password, and the browsers that are logged in. */
export function accountRoutes(deps: AccountDeps): Hono<DeskEnv> {
  const { store, clock, passwords, throttle } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => show(c, {}, 200));

  routes.post('/password', async (c) => {
    const { owner, session } = c.var.visitor;
    const { address } = c.env ?? {};
    const of = (name: string) => c.var.form.get(name) ?? '';
    const { people, entrance } = c.var.words;
    const problems = passwordProblems(c.var.words, of('password'), of('again'), owner.name);
    if (Object.keys(problems).length > 0) return show(c, problems, 422);
    // As slow as at the door: whoever found an open browser must not try out words here.
    if (!fitsHash(of('current'))) return show(c, { current: people.notYours }, 422);
    const heard = await throttle.begin(owner.name, address);
    if (!heard.ok) return show(c, { current: entrance.tooOften(Math.ceil(heard.waitMs / 1000)) }, 429);
    const check = await passwords.check(of('current'), owner.passwordHash);
    if (check === 'wrong') return show(c, { current: people.notYours }, 422);
    const hash = check === 'busy' ? undefined : await passwords.hash(of('password'));
    if (check === 'busy') await throttle.undecided(heard.ticket);
    else await throttle.succeeded(owner.name, address, heard.ticket);
    if (hash === undefined) return show(c, { current: people.busy }, 503);
    await store.sessions.changePassword(owner.id, hash, session.tokenHash);
    await noteDone(deps, c, 'password changed', '', '');
    return c.redirect('/admin/account?said=password', 303);
  });

  routes.post('/sessions', async (c) => {
    const { owner, session } = c.var.visitor;
    const which = c.var.form.get('session') ?? '';
    const others = (await store.sessions.of(owner.id)).filter(({ tokenHash }) => tokenHash !== session.tokenHash);
    const ended = others.filter((one) => which === 'others' || nameOf(one) === which);
    for (const { tokenHash } of ended) await store.sessions.close(tokenHash);
    if (ended.length > 0) await noteDone(deps, c, 'logged out elsewhere', '', String(ended.length));
    return c.redirect('/admin/account?said=out', 303);
  });

  async function show(c: Context<DeskEnv>, problems: Problems, status: 200 | 422 | 429 | 503) {
    const { visitor } = c.var;
    const sessions = await store.sessions.of(visitor.owner.id);
    const { people, layout } = c.var.words;
    const said = { password: people.passwordChanged, out: people.loggedOut }[c.req.query('said') ?? ''];
    return c.html(
      page({
        title: layout.sections.account,
        section: 'account',
        visitor,
        children: (
          <>
            <h1>
              <bdi>{line(visitor.owner.name)}</bdi>
            </h1>
            {said && <p role="status">{said}</p>}
            <ul>
              {visitor.memberships.map((one) => (
                <li>{roleSentence(c.var.words, one, deps.directory)}</li>
              ))}
            </ul>
            <PasswordForm visitor={visitor} problems={problems} />
            <Browsers sessions={sessions} visitor={visitor} now={clock.now()} />
          </>
        ),
      }),
      status,
    );
  }
  return routes;
}

/** What a session is called in a form: nothing that opens it. */
function nameOf({ tokenHash }: Session): string {
  return hashSecret(tokenHash).slice(0, 16);
}

function PasswordForm({ visitor, problems }: { visitor: Visitor; problems: Problems }) {
  const { people } = useWords();
  return (
    <article>
      <h2>{people.changePassword}</h2>
      <form method="post" action="/admin/account/password">
        <Csrf visitor={visitor} />
        <input type="hidden" name="username" autocomplete="username" value={visitor.owner.name} />
        <Field
          label={people.currentPassword}
          name="current"
          type="password"
          autocomplete="current-password"
          error={problems.current}
        />
        <NewPassword label={people.nextPassword} again={people.nextAgain} problems={problems} />
        <button type="submit" class="save secondary outline">
          {people.change}
        </button>
      </form>
    </article>
  );
}

function Browsers({ sessions, visitor, now }: { sessions: readonly Session[]; visitor: Visitor; now: number }) {
  const others = sessions.filter(({ tokenHash }) => tokenHash !== visitor.session.tokenHash);
  const { people } = useWords();
  return (
    <form method="post" action="/admin/account/sessions">
      <Csrf visitor={visitor} />
      <h2>{people.whereLoggedIn}</h2>
      <div class="overflow-auto">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{people.browser}</th>
              <th scope="col">{people.from}</th>
              <th scope="col">{people.since}</th>
              <th scope="col">{people.lastSeen}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map((one) => (
              <tr>
                <td class="word" data-label={people.browser}>
                  <bdi>{line(one.agent) || people.notSaid}</bdi>
                </td>
                <td data-label={people.from}>{line(one.address) || people.notKnown}</td>
                <td data-label={people.since}>
                  <Moment at={one.createdAt} now={now} />
                </td>
                <td data-label={people.lastSeen}>
                  <Moment at={one.seenAt} now={now} />
                </td>
                <td>
                  {others.includes(one) ? (
                    <button type="submit" name="session" value={nameOf(one)} class="quiet">
                      {people.logOutThere}
                    </button>
                  ) : (
                    people.thisOne
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {others.length > 0 && (
        <button type="submit" name="session" value="others" class="save secondary outline">
          {people.logOutElsewhere}
        </button>
      )}
    </form>
  );
}
