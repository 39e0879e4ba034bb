import { type Membership, ROLES, type Role } from '../../access.ts';
import type { Invitation, Owner } from '../../owner.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import { line } from '../text.ts';
import { Csrf } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { reached } from './reached.ts';
import { roleSentence } from './role-words.ts';
import { LabelledSites } from './site-choice.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';

export interface Person {
  readonly owner: Owner;
  readonly memberships: readonly Membership[];
}

/** Who comes here may do everything on all sites. */
const EVERYWHERE: readonly Membership[] = [{ site: undefined, role: 'owner' }];

interface ListProps {
  readonly directory: SiteDirectory;
  readonly visitor: Visitor;
  readonly now: number;
}

export function People({ people: all, directory, visitor, now }: ListProps & { readonly people: readonly Person[] }) {
  const words = useWords();
  const { people } = words;
  return (
    <>
      {all.map(({ owner, memberships }) => (
        <article>
          <header>
            <h2>
              <bdi>{line(owner.name)}</bdi>
              {owner.id === visitor.owner.id && <small class="faint"> {people.you}</small>}
            </h2>
            <small>
              <Marked text={people.hereSince} with={{ moment: <Moment at={owner.createdAt} now={now} /> }} />
            </small>
          </header>
          {memberships.length === 0 && <p class="faint">{people.mayNothing}</p>}
          <ul>
            {memberships.map((one) => (
              <li>{roleSentence(words, one, directory)}</li>
            ))}
          </ul>
          <form method="post" action={`/admin/people/${owner.id}`} class="filter">
            <Csrf visitor={visitor} />
            <RoleSelect selected={memberships[0]?.role} none />
            <SiteSelect directory={directory} selected={memberships[0]?.site} />
            <button type="submit" class="secondary outline" aria-label={people.saveRoleOf(line(owner.name))}>
              {people.save}
            </button>
          </form>
          <form method="post" action={`/admin/people/${owner.id}/remove`} class="inline">
            <Csrf visitor={visitor} />
            <button type="submit" class="quiet" aria-label={people.removeName(line(owner.name))}>
              {people.remove}
            </button>
          </form>
        </article>
      ))}
    </>
  );
}

export function Invitations({
  invitations,
  directory,
  visitor,
  now,
}: ListProps & { readonly invitations: readonly Invitation[] }) {
  const words = useWords();
  const { people } = words;
  if (invitations.length === 0) return <></>;
  return (
    <form method="post" action="/admin/people/withdraw">
      <Csrf visitor={visitor} />
      <h2>{people.waiting}</h2>
      <ul class="rules">
        {invitations.map(({ id, membership, by, until }) => (
          <li>
            <span>
              <Marked
                text={people.madeBy}
                with={{
                  role: roleSentence(words, membership, directory),
                  name: <bdi>{line(by)}</bdi>,
                  moment: <Moment at={until} now={now} />,
                }}
              />
            </span>
            <button type="submit" name="invitation" value={id} class="quiet">
              {people.withdraw}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

export function InviteForm({ directory, visitor }: Omit<ListProps, 'now'>) {
  const { people } = useWords();
  return (
    <article>
      <h2>{people.invite}</h2>
      <p>{people.howInvited}</p>
      <form method="post" action="/admin/people">
        <Csrf visitor={visitor} />
        <fieldset>
          <legend>{people.as}</legend>
          {ROLES.map((role) => (
            <label>
              <input type="radio" name="role" value={role} checked={role === 'moderator'} /> {people.roleMay[role]}
            </label>
          ))}
        </fieldset>
        <SiteSelect directory={directory} selected={undefined} />
        <button type="submit" class="save secondary outline">
          {people.makeLink}
        </button>
      </form>
    </article>
  );
}

function RoleSelect({ selected, none }: { selected: Role | undefined; none: boolean }) {
  const { people } = useWords();
  return (
    <label>
      {people.role}
      <select name="role">
        {ROLES.map((role) => (
          <option value={role} selected={role === selected}>
            {people.roleName[role]}
          </option>
        ))}
        {none && <option value="none">{people.none}</option>}
      </select>
    </label>
  );
}

function SiteSelect({ directory, selected }: { directory: SiteDirectory; selected: string | undefined }) {
  const { people } = useWords();
  return (
    <LabelledSites
      label={people.on}
      sites={reached(directory, EVERYWHERE, 'see')}
      selected={selected}
      all={people.allSites}
    />
  );
}
