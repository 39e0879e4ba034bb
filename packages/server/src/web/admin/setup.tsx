import type { Context } from 'hono';
import type { WebDeps } from '../deps.ts';
import { PAGE_HEADERS } from '../plain-page.ts';
import { problem } from '../problem.ts';
import type { Door } from '../session/door.ts';
import { fitsHash, MIN_PASSWORD, type Passwords } from '../session/password.ts';
import { hashSecret } from '../session/secret.ts';
import { line } from '../text.ts';
import { Field } from './field.tsx';
import { page } from './layout.tsx';
import { Unsafe } from './unsafe.tsx';
import type { DeskEnv } from './visitor.ts';

interface SetUpDeps extends Pick<WebDeps, 'store' | 'clock' | 'random'> {
  readonly door: () => Door;
  readonly passwords: Passwords;
  readonly logIn: (c: Context<DeskEnv>, owner: string) => Promise<void>;
}

type Problems = Partial<Record<'name' | 'password' | 'again', string>>;

/** The page behind the one-time link that the server prints while it has no owner. */
export function setUp({ store, clock, random, door, passwords, logIn }: SetUpDeps) {
  return {
    async show(c: Context<DeskEnv>): Promise<Response> {
      if (!door().safe) return c.html(<Unsafe />, 403);
      const key = c.req.query('key') ?? '';
      if (!(await store.owners.isSetUpOffered(hashSecret(key)))) return spent(c);
      return c.html(<SetUp setUpKey={key} />);
    },

    async submit(c: Context<DeskEnv>): Promise<Response> {
      if (!door().safe) return c.html(<Unsafe />, 403);
      const form = c.var.form;
      const key = form.get('key') ?? '';
      const name = line(form.get('name') ?? '');
      const password = form.get('password') ?? '';
      // Before the hash, so that a stranger without the link cannot keep the processor busy.
      if (!(await store.owners.isSetUpOffered(hashSecret(key)))) return spent(c);
      const problems = problemsOf(name, password, form.get('again') ?? '');
      if (Object.keys(problems).length > 0)
        return c.html(<SetUp setUpKey={key} name={name} problems={problems} />, 422);
      const passwordHash = await passwords.hash(password);
      if (passwordHash === undefined)
        return problem(c, 503, 'Busy', 'Too many are logging in at this moment. Try again in a few seconds.', {
          'Retry-After': '5',
        });
      const owner = { id: random.id(), name, passwordHash, createdAt: clock.now() };
      if (!(await store.owners.setUp(hashSecret(key), owner))) return spent(c);
      await logIn(c, owner.id);
      return c.redirect('/admin/sites?welcome=1', 303);
    },
  };
}

function spent(c: Context): Response | Promise<Response> {
  return problem(
    c,
    403,
    'This link is used up',
    'If you have set a password, log in at /admin. If not, start the server again: it prints a new link.',
    PAGE_HEADERS,
  );
}

function problemsOf(name: string, password: string, again: string): Problems {
  return {
    ...((name === '' || name.length > 100) && { name: 'Give a name of 1 to 100 characters.' }),
    ...([...password].length < MIN_PASSWORD && {
      password: `Take at least ${MIN_PASSWORD} characters; a short sentence is good.`,
    }),
    ...(!fitsHash(password) && { password: 'Take at most 1,000 characters.' }),
    ...(password !== again && { again: 'This is not the same password.' }),
  };
}

function SetUp({ setUpKey, name = '', problems = {} }: { setUpKey: string; name?: string; problems?: Problems }) {
  return page({
    title: 'Welcome',
    children: (
      <article class="narrow">
        <h1>Welcome to Hearback</h1>
        <p>Choose how you log in at this desk. Nothing is sent anywhere, and there is no mail to confirm.</p>
        <form method="post" action="/admin/setup">
          <input type="hidden" name="key" value={setUpKey} />
          <Field label="Name" name="name" value={name} autocomplete="username" error={problems.name} />
          <Field
            label="Password"
            name="password"
            type="password"
            autocomplete="new-password"
            hint={`At least ${MIN_PASSWORD} characters.`}
            error={problems.password}
          />
          <Field
            label="The same password again"
            name="again"
            type="password"
            autocomplete="new-password"
            error={problems.again}
          />
          <button type="submit">Begin</button>
        </form>
      </article>
    ),
  });
}
