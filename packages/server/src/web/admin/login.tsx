import type { Context } from 'hono';
import type { AuditEntry } from '../../access.ts';
import type { Words } from '../../words/words.ts';
import type { WebDeps } from '../deps.ts';
import type { Door } from '../session/door.ts';
import { fitsHash, type Passwords } from '../session/password.ts';
import type { Throttle } from '../session/throttle.ts';
import { line } from '../text.ts';
import { AFTER_LOG_IN } from './decide.tsx';
import { Field } from './field.tsx';
import { page } from './layout.tsx';
import { Unsafe } from './unsafe.tsx';
import type { DeskEnv } from './visitor.ts';

interface LogInDeps extends Pick<WebDeps, 'store' | 'clock'> {
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  readonly door: () => Door;
  readonly logIn: (c: Context<DeskEnv>, owner: string) => Promise<void>;
}

export function logIn({ store, clock, passwords, throttle, door, logIn: open }: LogInDeps) {
  const note = (action: AuditEntry['action'], by: string, address: string | undefined) =>
    store.audit.add([{ at: clock.now(), by, address, action, subject: '', detail: '' }]);

  return {
    show: (c: Context<DeskEnv>) =>
      door().safe
        ? c.html(<LogIn words={c.var.words} next={nextOf(c.req.query('next'))} />)
        : c.html(<Unsafe words={c.var.words} />, 403),

    async submit(c: Context<DeskEnv>): Promise<Response> {
      if (!door().safe) return c.html(<Unsafe words={c.var.words} />, 403);
      const name = (c.var.form.get('name') ?? '').trim().slice(0, 200);
      const password = c.var.form.get('password') ?? '';
      const { address } = c.env ?? {};
      // Before everything else: a megabyte is no try, whoever's name stands beside it.
      if (!fitsHash(password)) return noMatch(c, name);
      const heard = await throttle.begin(name, address);
      if (!heard.ok) return tooOften(c, name, Math.ceil(heard.waitMs / 1000));
      const owner = await store.owners.byName(name);
      const check = await passwords.check(password, owner?.passwordHash);
      if (check === 'busy') {
        await throttle.undecided(heard.ticket);
        return tooOften(c, name, 5);
      }
      if (check === 'wrong' || !owner) {
        await note('log-in refused', line(name).slice(0, 100), address);
        return noMatch(c, name);
      }
      await throttle.succeeded(name, address, heard.ticket);
      await note('log-in', owner.name, address);
      await open(c, owner.id);
      return c.redirect(nextOf(c.var.form.get('next')) ?? '/admin', 303);
    },
  };
}

/** One reply for a wrong password and for a name that nobody has, so that names cannot be collected. */
function noMatch(c: Context<DeskEnv>, name: string) {
  const { words } = c.var;
  return c.html(
    <LogIn words={words} name={name} error={words.entrance.noMatch} next={nextOf(c.var.form.get('next'))} />,
    403,
  );
}

function tooOften(c: Context<DeskEnv>, name: string, seconds: number) {
  const { words } = c.var;
  const error = words.entrance.tooOften(seconds);
  return c.html(<LogIn words={words} name={name} error={error} next={nextOf(c.var.form.get('next'))} />, 429, {
    'Retry-After': String(seconds),
  });
}

/** Whoever came by a link of a mail goes on there; nobody else's address is taken. */
function nextOf(path: string | null | undefined): string | undefined {
  return path && AFTER_LOG_IN.test(path) ? path : undefined;
}

interface LogInProps {
  readonly words: Words;
  readonly name?: string;
  readonly error?: string;
  readonly next: string | undefined;
}

function LogIn({ words, name = '', error, next }: LogInProps) {
  const { entrance } = words;
  const wrong = error && 'log-in-wrong';
  return page({
    title: entrance.logIn,
    reader: { words, path: '/admin/login' },
    children: (
      <article class="narrow">
        <h1>{entrance.logIn}</h1>
        {error && (
          <p role="alert" id={wrong}>
            {error}
          </p>
        )}
        <form method="post" action="/admin/login">
          {next && <input type="hidden" name="next" value={next} />}
          <Field label={entrance.name} name="name" value={name} autocomplete="username" errorId={wrong} />
          <Field
            label={entrance.password}
            name="password"
            type="password"
            autocomplete="current-password"
            errorId={wrong}
          />
          <button type="submit">{entrance.logIn}</button>
        </form>
      </article>
    ),
  });
}
