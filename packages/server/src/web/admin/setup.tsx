import type { Context } from 'hono';
import type { Membership } from '../../access.ts';
import type { Owner } from '../../owner.ts';
import type { Words } from '../../words/words.ts';
import type { WebDeps } from '../deps.ts';
import { PAGE_HEADERS } from '../plain-page.ts';
import { problem } from '../problem.ts';
import type { Door } from '../session/door.ts';
import type { Passwords } from '../session/password.ts';
import { hashSecret } from '../session/secret.ts';
import { line } from '../text.ts';
import { Field } from './field.tsx';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { NewPassword } from './new-password.tsx';
import { passwordProblems } from './password-problems.ts';
import { roleSentence } from './role-words.ts';
import { Unsafe } from './unsafe.tsx';
import type { DeskEnv } from './visitor.ts';

interface SetUpDeps extends Pick<WebDeps, 'store' | 'clock' | 'random' | 'directory'> {
  readonly door: () => Door;
  readonly passwords: Passwords;
  readonly logIn: (c: Context<DeskEnv>, owner: string) => Promise<void>;
}

type Problems = Partial<Record<'name' | 'password' | 'again', string>>;

interface Invited {
  readonly owner: Owner | undefined;
  /** What the invitation gives; `undefined` for everything. */
  readonly as: Membership | undefined;
}

/**
 * The page behind a one-time link: the one that the server prints while it has no owner, or one of `hearback user`, that
 * makes another owner or gives one a new password. The link itself only opens the form; the form uses it up.
 */
export function setUp({ store, clock, random, directory, door, passwords, logIn }: SetUpDeps) {
  /** What the key is good for, and the owner whom it lets back in; `undefined` when it is good for nothing. */
  async function invited(key: string): Promise<Invited | undefined> {
    const offer = await store.owners.setUpOffer(hashSecret(key), clock.now());
    if (offer?.owner === undefined) return offer && { owner: undefined, as: offer.membership };
    const owner = await store.owners.byId(offer.owner);
    return owner && { owner, as: undefined };
  }

  return {
    async show(c: Context<DeskEnv>): Promise<Response> {
      if (!door().safe) return c.html(<Unsafe words={c.var.words} />, 403);
      const key = c.req.query('key') ?? '';
      const invitation = await invited(key);
      if (!invitation) return spent(c);
      return c.html(
        <SetUp
          words={c.var.words}
          setUpKey={key}
          known={invitation.owner?.name}
          as={invitedAs(c.var.words, invitation)}
        />,
      );
    },

    async submit(c: Context<DeskEnv>): Promise<Response> {
      if (!door().safe) return c.html(<Unsafe words={c.var.words} />, 403);
      const form = c.var.form;
      const key = form.get('key') ?? '';
      const password = form.get('password') ?? '';
      // Before the hash, so that a stranger without the link cannot keep the processor busy.
      const invitation = await invited(key);
      if (!invitation) return spent(c);
      const known = invitation.owner;
      const name = known?.name ?? line(form.get('name') ?? '');
      const taken = !known && (await store.owners.byName(name)) !== undefined;
      const problems = {
        ...(taken && { name: c.var.words.entrance.nameTaken }),
        ...problemsOf(c.var.words, name, password, form.get('again') ?? ''),
      };
      if (Object.keys(problems).length > 0)
        return c.html(
          <SetUp
            words={c.var.words}
            setUpKey={key}
            name={name}
            known={known?.name}
            as={invitedAs(c.var.words, invitation)}
            problems={problems}
          />,
          422,
        );
      const passwordHash = await passwords.hash(password);
      if (passwordHash === undefined)
        return problem(c, 503, (say) => say.busy, {
          'Retry-After': '5',
        });
      const owner = { id: known?.id ?? random.id(), name, passwordHash, createdAt: clock.now() };
      if (!(await store.owners.setUp(hashSecret(key), owner))) return spent(c);
      const action = known ? 'password changed' : 'set-up';
      const { address } = c.env ?? {};
      await store.audit.add([{ at: clock.now(), by: name, address, action, subject: '', detail: '' }]);
      await logIn(c, owner.id);
      return c.redirect(known || invitation.as ? '/admin' : '/admin/sites?welcome=1', 303);
    },
  };

  function invitedAs(words: Words, { as }: Invited): string | undefined {
    return as && roleSentence(words, as, directory);
  }
}

function spent(c: Context): Response | Promise<Response> {
  return problem(c, 403, (say) => say.spent, PAGE_HEADERS);
}

function problemsOf(words: Words, name: string, password: string, again: string): Problems {
  return {
    ...((name === '' || name.length > 100) && { name: words.entrance.nameLength }),
    ...passwordProblems(words, password, again, name),
  };
}

interface SetUpProps {
  readonly words: Words;
  readonly setUpKey: string;
  readonly name?: string;
  /** The owner who is let back in. */
  readonly known?: string | undefined;
  /** What the new one becomes, where that is not everything. */
  readonly as?: string | undefined;
  readonly problems?: Problems;
}

function SetUp({ words, setUpKey, name = '', known, as, problems = {} }: SetUpProps) {
  const { entrance } = words;
  return page({
    title: known ? entrance.newPassword : entrance.welcome,
    reader: { words, path: `/admin/setup?key=${encodeURIComponent(setUpKey)}` },
    children: (
      <article class="narrow">
        {known ? (
          <>
            <h1>
              <Marked text={entrance.newPasswordFor} with={{ name: <bdi>{known}</bdi> }} />
            </h1>
            <p>{entrance.oldOne}</p>
          </>
        ) : (
          <>
            <h1>{entrance.welcomeTo}</h1>
            {as && <p>{words.people.invitedAs(as)}</p>}
            <p>{entrance.choose}</p>
          </>
        )}
        <form method="post" action="/admin/setup">
          <input type="hidden" name="key" value={setUpKey} />
          {!known && (
            <Field label={entrance.name} name="name" value={name} autocomplete="username" error={problems.name} />
          )}
          <NewPassword label={entrance.password} again={entrance.again} problems={problems} />
          <button type="submit">{known ? entrance.setIt : entrance.begin}</button>
        </form>
      </article>
    ),
  });
}
