import { type Context, Hono } from 'hono';
import { type Membership, ROLES, type Role } from '../../access.ts';
import { wordsOf } from '../../words/words.ts';
import type { WebDeps } from '../deps.ts';
import { hashSecret } from '../session/secret.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import { Invitations, InviteForm, People, type Person } from './people-list.tsx';
import { roleSentence } from './role-words.ts';
import { useWords } from './speaking.tsx';
import { type DeskEnv, noteDone } from './visitor.ts';

/** A link may go by mail and be read tomorrow; after a week it was forgotten. */
const INVITATION_MS = 7 * 24 * 60 * 60_000;

/** People of one page. */
const PAGE = 50;

/** The list of who did what is in one language, whoever did it. */
const ENGLISH = wordsOf('en');

interface Told {
  readonly link?: string;
  readonly error?: string | undefined;
}

/** Who may come to this desk, what each of them may do, and the links by which others come. */
export function peopleRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory, clock, random } = deps;
  const routes = new Hono<DeskEnv>();
  const personOf = async (c: Context<DeskEnv>) => store.owners.byId(c.req.param('id') ?? '');

  routes.get('/', (c) => show(c, {}, 200));

  routes.post('/', async (c) => {
    const membership = membershipIn(c);
    if (!membership) return show(c, { error: c.var.words.people.chooseRole }, 422);
    const secret = random.secret();
    const id = random.id();
    const until = clock.now() + INVITATION_MS;
    await store.members.invite(hashSecret(secret), { id, membership, by: c.var.visitor.owner.name, until });
    await noteDone(deps, c, 'invited', '', roleSentence(ENGLISH, membership, directory));
    return show(c, { link: `${deps.publicUrl().replace(/\/$/, '')}/admin/setup?key=${secret}` }, 200);
  });

  routes.post('/withdraw', async (c) => {
    if (!(await store.members.withdraw(c.var.form.get('invitation') ?? ''))) return c.notFound();
    await noteDone(deps, c, 'invitation withdrawn', '', '');
    return c.redirect('/admin/people?said=withdrawn', 303);
  });

  routes.post('/:id', async (c) => {
    const person = await personOf(c);
    if (!person) return c.notFound();
    const site = siteIn(c);
    const role = roleIn(c);
    if (site === undefined || (role === undefined && c.var.form.get('role') !== 'none'))
      return show(c, { error: c.var.words.people.chooseRole }, 422);
    const others = (await store.members.of(person.id)).filter((one) => one.site !== site.id);
    const changed = role === undefined ? others : [...others, { role, site: site.id }];
    if (!(await store.members.set(person.id, changed))) return show(c, { error: c.var.words.people.lastOwner }, 422);
    const now = changed.map((one) => roleSentence(ENGLISH, one, directory)).join(', ') || 'nothing';
    await noteDone(deps, c, 'role changed', line(person.name), now);
    return c.redirect('/admin/people?said=saved', 303);
  });

  routes.post('/:id/remove', async (c) => {
    const person = await personOf(c);
    if (!person) return c.notFound();
    if (!(await store.members.remove(person.id))) return show(c, { error: c.var.words.people.lastOwner }, 422);
    await noteDone(deps, c, 'person removed', line(person.name), '');
    return c.redirect('/admin/people?said=removed', 303);
  });

  /** The site that the form names; its id is `undefined` for all of them. */
  function siteIn(c: Context<DeskEnv>): { readonly id: string | undefined } | undefined {
    const given = c.var.form.get('site') ?? '';
    if (given === '') return { id: undefined };
    const site = directory.byId(given);
    return site && { id: site.id };
  }

  function membershipIn(c: Context<DeskEnv>): Membership | undefined {
    const [role, site] = [roleIn(c), siteIn(c)];
    return role && site && { role, site: site.id };
  }

  async function show(c: Context<DeskEnv>, told: Told, status: 200 | 422) {
    const { visitor } = c.var;
    const from = Number(/^\d{1,6}$/.exec(c.req.query('from') ?? '')?.[0] ?? 0);
    const owners = await store.owners.list({ from, limit: PAGE + 1 });
    const people = await Promise.all(
      owners.slice(0, PAGE).map(async (owner): Promise<Person> => {
        return { owner, memberships: await store.members.of(owner.id) };
      }),
    );
    const { people: words, layout } = c.var.words;
    const done = c.req.query('said');
    const said = done === 'saved' || done === 'removed' || done === 'withdrawn' ? words[done] : undefined;
    return c.html(
      page({
        title: layout.sections.people,
        section: 'people',
        visitor,
        children: (
          <>
            <h1>{layout.sections.people}</h1>
            {said && <p role="status">{said}</p>}
            {told.error && <p role="alert">{told.error}</p>}
            {told.link && <NewLink link={told.link} />}
            <People people={people} directory={directory} visitor={visitor} now={clock.now()} />
            {owners.length > PAGE && (
              <p class="pages">
                <a href={`/admin/people?from=${from + PAGE}`} rel="next">
                  {words.more}
                </a>
              </p>
            )}
            <Invitations
              invitations={await store.members.invitations(clock.now())}
              directory={directory}
              visitor={visitor}
              now={clock.now()}
            />
            <InviteForm directory={directory} visitor={visitor} />
          </>
        ),
      }),
      status,
    );
  }
  return routes;
}

function roleIn(c: Context<DeskEnv>): Role | undefined {
  return ROLES.find((role) => role === c.var.form.get('role'));
}

function NewLink({ link }: { link: string }) {
  const { people } = useWords();
  return (
    <div role="status" class="secret">
      <p>{people.newLink}</p>
      <pre tabindex={0}>
        <code>{link}</code>
      </pre>
    </div>
  );
}
