import type { Context } from 'hono';
import type { WebDeps } from '../deps.ts';
import type { Door } from '../session/door.ts';
import { fitsHash, type Passwords } from '../session/password.ts';
import type { Throttle } from '../session/throttle.ts';
import { Field } from './field.tsx';
import { page } from './layout.tsx';
import { Unsafe } from './unsafe.tsx';
import type { DeskEnv } from './visitor.ts';

interface LogInDeps extends Pick<WebDeps, 'store'> {
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  readonly door: () => Door;
  readonly logIn: (c: Context<DeskEnv>, owner: string) => Promise<void>;
}

/** One text for a wrong password and for a name that nobody has, so that names cannot be collected. */
const NO_MATCH = 'This name and password do not belong together.';

export function logIn({ store, passwords, throttle, door, logIn: open }: LogInDeps) {
  return {
    show: (c: Context<DeskEnv>) => (door().safe ? c.html(<LogIn />) : c.html(<Unsafe />, 403)),

    async submit(c: Context<DeskEnv>): Promise<Response> {
      if (!door().safe) return c.html(<Unsafe />, 403);
      const name = (c.var.form.get('name') ?? '').trim().slice(0, 200);
      const password = c.var.form.get('password') ?? '';
      const { address } = c.env ?? {};
      const wait = throttle.wait(name, address);
      if (wait > 0) return tooOften(c, name, Math.ceil(wait / 1000));
      if (!fitsHash(password)) return c.html(<LogIn name={name} error={NO_MATCH} />, 403);
      const owner = await store.owners.byName(name);
      const check = await passwords.check(password, owner?.passwordHash);
      if (check === 'busy') return tooOften(c, name, 5);
      if (check === 'wrong' || !owner) {
        throttle.failed(name, address);
        return c.html(<LogIn name={name} error={NO_MATCH} />, 403);
      }
      throttle.succeeded(name, address);
      await open(c, owner.id);
      return c.redirect('/admin/inbox', 303);
    },
  };
}

function tooOften(c: Context, name: string, seconds: number) {
  const error = `Too many tries. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`;
  return c.html(<LogIn name={name} error={error} />, 429, { 'Retry-After': String(seconds) });
}

function LogIn({ name = '', error }: { name?: string; error?: string }) {
  return page({
    title: 'Log in',
    children: (
      <article class="narrow">
        <h1>Log in</h1>
        {error && <p role="alert">{error}</p>}
        <form method="post" action="/admin/login">
          <Field label="Name" name="name" value={name} autocomplete="username" />
          <Field label="Password" name="password" type="password" autocomplete="current-password" />
          <button type="submit">Log in</button>
        </form>
      </article>
    ),
  });
}
