import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { wordsOf } from '../../words/words.ts';
import type { WebDeps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { PAGE_HEADERS } from '../plain-page.ts';
import { problem } from '../problem.ts';
import { type Door, doorOf, namesOf } from '../session/door.ts';
import { createPasswords } from '../session/password.ts';
import { isOwnPost } from '../session/same-origin.ts';
import { sameSecret } from '../session/secret.ts';
import { createSessions } from '../session/sessions.ts';
import { createThrottle } from '../session/throttle.ts';
import { line } from '../text.ts';
import { isUpload, readUpload } from '../upload.ts';
import { accountRoutes } from './account.tsx';
import { assetRoutes } from './asset-routes.ts';
import { auditRoutes } from './audit.tsx';
import { decide } from './decide.tsx';
import { deliveryRoutes } from './deliveries.tsx';
import { doctorRoutes } from './doctor.tsx';
import { dontTellRoutes } from './dont-tell.tsx';
import { readForm } from './form.ts';
import { inboxRoutes } from './inbox.tsx';
import { setLanguage } from './language-form.tsx';
import { limitRoutes } from './limits.tsx';
import { linkRoutes } from './links/routes.tsx';
import { logIn } from './login.tsx';
import { mentionRoutes } from './mention.tsx';
import { movingRoutes } from './moving.tsx';
import { noticesRoutes } from './notices/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { peopleRoutes } from './people.tsx';
import { previewRoutes } from './preview.tsx';
import { refusedRoutes } from './refused.tsx';
import { removalRoutes } from './removals.tsx';
import { refusalOf } from './rights.ts';
import { ruleRoutes } from './rules.tsx';
import { setUp } from './setup.tsx';
import { siteRoutes } from './sites.tsx';
import { tokenRoutes } from './tokens.tsx';
import { type DeskEnv, noteDone } from './visitor.ts';

/** Forms with a file in them. */
const UPLOADS = ['/admin/moving'];
const NO_FIELDS = new URLSearchParams();

/** The owner's desk: who may come in, and then its pages. Every state change is a form post. */
export function deskRoutes(deps: WebDeps): Hono<DeskEnv> {
  const sessions = createSessions(deps);
  const passwords = createPasswords();
  const door = (): Door => doorOf(deps.publicUrl(), deps.publicHosts);
  const secretOf = (c: Context<DeskEnv>) => getCookie(c, door().cookie.name);

  async function open(c: Context<DeskEnv>, owner: string): Promise<void> {
    const agent = line(c.req.header('user-agent')).slice(0, 200);
    const secret = await sessions.open(owner, secretOf(c), { address: c.env?.address, agent });
    const { name, secure } = door().cookie;
    setCookie(c, name, secret, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
  }

  const guarded = createMiddleware<DeskEnv>(async (c, next) => {
    const { host, others } = namesOf(c.req.raw);
    if (![host, ...others].every(door().knowsHost))
      return problem(c, 421, (say) => say.wrongAddress(`${deps.publicUrl()}/admin`));
    if (c.req.method === 'POST') {
      if (!isOwnPost(c.req.raw.headers, host, door())) return problem(c, 403, (say) => say.foreign);
      // A file is read only for somebody who is in.
      const form = isUpload(c.req.raw) && UPLOADS.includes(c.req.path) ? NO_FIELDS : await readForm(c.req.raw);
      if (!form) return problem(c, 413, (say) => say.unreadable);
      c.set('form', form);
    }
    c.set('words', wordsOf(languageOf(c)));
    await next();
    for (const [name, value] of Object.entries(PAGE_HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
  });

  const peopleOnly = createMiddleware<DeskEnv>(async (c, next) => {
    const found = await sessions.find(secretOf(c), /\/(?:inbox\/news|now)$/.test(c.req.path) ? 'page' : 'reader');
    if (!found) return c.redirect('/admin/login', 303);
    const words = found.owner.language ? wordsOf(found.owner.language) : c.var.words;
    // What answers a form is no page that one can come back to.
    const path = c.req.method === 'GET' ? `${c.req.path}${new URL(c.req.url).search}` : '/admin/';
    const visitor = { ...found, words, path, memberships: await deps.store.members.of(found.owner.id) };
    if (c.req.method === 'POST' && c.var.form === NO_FIELDS) {
      c.env?.letLast?.();
      const upload = await readUpload(c.req.raw);
      if (!upload) return problem(c, 413, (say) => say.unreadable);
      c.set('form', upload.fields);
      c.set('upload', upload);
    }
    if (c.req.method === 'POST' && !sameSecret(c.var.form.get('csrf') ?? '', visitor.session.csrf))
      return problem(c, 403, (say) => say.outOfDate);
    c.set('visitor', visitor);
    c.set('words', words);
    const refusal = await refusalOf(c, deps);
    if (refusal) return refusal;
    await next();
  });

  const throttle = createThrottle(deps.store, deps.clock);
  const entrance = logIn({ ...deps, passwords, throttle, door, logIn: open });
  const beginning = setUp({ ...deps, door, passwords, logIn: open });

  const desk = new Hono<DeskEnv>();
  desk.use('*', guarded);
  desk.route('/assets', assetRoutes());
  desk.get('/login', entrance.show).post(entrance.submit);
  desk.get('/setup', beginning.show).post(beginning.submit);
  desk.post('/language', setLanguage({ ...deps, sessions, door, secretOf }));
  const byMail = decide({ ...deps, visit: (c) => sessions.find(secretOf(c)) });
  desk.get('/decide/:ticket', byMail.show).post('/decide/:ticket', byMail.submit);
  desk.use('*', peopleOnly);
  desk.get('/', (c) => c.redirect('/admin/overview', 303));
  desk.post('/logout', async (c) => {
    await sessions.close(secretOf(c));
    await noteDone(deps, c, 'log-out', '', '');
    const { name, secure } = door().cookie;
    setCookie(c, name, '', { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: 0 });
    return c.redirect('/admin/login', 303);
  });
  desk.route('/overview', overviewRoutes(deps));
  desk.route('/inbox', inboxRoutes(deps));
  desk.route('/mentions', mentionRoutes(deps));
  desk.route('/links', linkRoutes(deps));
  desk.route('/deliveries', deliveryRoutes(deps));
  desk.route('/preview', previewRoutes(deps));
  desk.route('/doctor', doctorRoutes(deps));
  desk.route('/dont-tell', dontTellRoutes(deps));
  desk.route('/refused', refusedRoutes(deps));
  desk.route('/rules', ruleRoutes(deps));
  desk.route('/limits', limitRoutes(deps));
  desk.route('/sites', siteRoutes(deps));
  desk.route('/notices', noticesRoutes(deps));
  desk.route('/people', peopleRoutes(deps));
  desk.route('/account', accountRoutes({ ...deps, passwords, throttle }));
  desk.route('/tokens', tokenRoutes(deps));
  desk.route('/audit', auditRoutes(deps));
  desk.route('/moving', movingRoutes(deps));
  desk.route('/removals', removalRoutes(deps));
  return desk;
}
