import type { SiteSwitches } from '../../ports/index.ts';
import type { Rule } from '../../rule.ts';
import { type LinkChoice, type Site, USUAL_LINKS } from '../../site.ts';
import { Csrf } from './layout.tsx';
import { LinkFields, linksOf } from './link-choice.tsx';
import { RuleItems } from './rule-forms.tsx';
import { Snippets } from './snippets.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';

interface SiteCardProps {
  readonly site: Site;
  /** Pages in the map; `undefined` without one. */
  readonly pages: number | undefined;
  readonly rules: readonly Rule[];
  readonly publicUrl: string;
  readonly visitor: Visitor;
}

const SENDING = [
  ['automatic', 'by itself, whenever a post is new or changed'],
  ['asked', 'only when I run “hearback send”'],
  ['never', 'never'],
] as const;

function sendingOf({ send, announce }: Site): (typeof SENDING)[number][0] {
  if (!send) return 'never';
  return announce ? 'automatic' : 'asked';
}

/** What the card's form says; only what differs from the site as it is, so that the rest goes on following the configuration. */
export function switchesOf(form: URLSearchParams, site: Site): SiteSwitches {
  const receive = form.has('receive');
  const sending = SENDING.find(([value]) => value === form.get('send'))?.[0] ?? sendingOf(site);
  const send = sending !== 'never';
  const announce = sending === 'automatic';
  const avatars = form.has('avatars');
  return {
    ...(receive !== site.receive && { receive }),
    ...(send !== site.send && { send }),
    ...(announce !== site.announce && { announce }),
    ...(avatars !== (site.avatars ?? true) && { avatars }),
    ...changedLinks(linksOf(form), site.links ?? USUAL_LINKS),
  };
}

function changedLinks(given: LinkChoice | undefined, now: LinkChoice): { readonly links?: LinkChoice } {
  const isSame =
    given === undefined ||
    (['content', 'ignore', 'internal', 'nofollow'] as const).every((name) => given[name] === now[name]);
  return isSame ? {} : { links: given };
}

export function SiteCard({ site, pages, rules, publicUrl, visitor }: SiteCardProps) {
  const { desk } = useWords().showing;
  return (
    <article>
      <header>
        <h2>{site.name}</h2>
        <small class="address">{site.url}</small>
      </header>
      <form method="post" action={`/admin/sites/${site.id}`}>
        <Csrf visitor={visitor} />
        <label>
          <input type="checkbox" name="receive" checked={site.receive} /> Receive: other blogs may tell us that they
          link here
        </label>
        <label>
          Tell the pages that this site links to
          <select name="send">
            {SENDING.map(([value, label]) => (
              <option value={value} selected={value === sendingOf(site)}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" name="avatars" checked={site.avatars ?? true} /> {desk.avatars}
        </label>
        <LinkFields links={site.links ?? USUAL_LINKS} />
        <button type="submit" class="save secondary outline">
          Save
        </button>
      </form>
      <p>
        {pages === undefined ? (
          'There is no map of this site’s pages, so any address under it is accepted as a target. Give the site a feed or a sitemap to accept only pages that exist.'
        ) : (
          <>
            <a href={`/admin/sites/${site.id}/pages`}>{pages === 1 ? 'One page is' : `${pages} pages are`} known</a>{' '}
            from its feed or sitemap; nothing else is accepted as a target.
          </>
        )}
      </p>
      <p>
        <a href={`/admin/sites/${site.id}/build`}>{visitor.words.build.link}</a>
      </p>
      <Snippets site={site} publicUrl={publicUrl} />
      {rules.length > 0 && <Rules site={site} rules={rules} visitor={visitor} />}
    </article>
  );
}

function Rules({ site, rules, visitor }: { site: Site; rules: readonly Rule[]; visitor: Visitor }) {
  return (
    <form method="post" action={`/admin/sites/${site.id}/rules`}>
      <Csrf visitor={visitor} />
      <h3>Your rules</h3>
      <RuleItems rules={rules} />
    </form>
  );
}
