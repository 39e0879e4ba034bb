import { type Context, Hono } from 'hono';
import { may } from '../../access.ts';
import type { SiteSwitches } from '../../ports/index.ts';
import type { Site } from '../../site.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { Csrf, page } from './layout.tsx';
import { LinkFields } from './link-fields.tsx';
import { Marked } from './marked.tsx';
import { Permitted } from './permitted.tsx';
import {
  ClosingFields,
  KeepingFields,
  ModerationFields,
  ReasonsField,
  ReceivingFields,
  ReportFields,
  SendingFields,
  ShowingFields,
} from './site-fields.tsx';
import { draftOf, readDraft, type SiteDraft, type SiteProblems, siteProblems, switchesOf } from './site-form.ts';
import { useWords } from './speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

/** Everything that is set for one site, on one page. */
export function siteSettings(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/:id', async (c) => {
    await directory.refresh();
    const site = directory.byId(c.req.param('id'));
    return site ? show(c, site, draftOf(site), {}, 200) : c.notFound();
  });

  routes.post('/:id', async (c) => {
    const site = directory.byId(c.req.param('id'));
    if (!site) return c.notFound();
    const draft = readDraft(c.var.form, site);
    const problems = siteProblems(draft, c.var.words);
    if (Object.keys(problems).length > 0) return show(c, site, draft, problems, 422);
    const switches = switchesOf(draft, site);
    await store.sites.setSwitches(site.id, switches);
    if (switches.avatars === false) await store.avatars.removeAll([site.id]);
    if (switches.avatars === true) await store.avatars.fetchMissing(site.id, deps.clock.now());
    const changes = changesIn(switches);
    if (changes.length > 0) await noteDone(deps, c, 'site changed', site.id, changes.join(', '));
    await directory.refresh();
    return c.redirect(`/admin/sites/${encodeURIComponent(site.id)}?saved=1`, 303);
  });

  async function show(c: Context<DeskEnv>, site: Site, draft: SiteDraft, problems: SiteProblems, status: 200 | 422) {
    const { words, visitor } = c.var;
    const pages = directory.isMapped(site.id) ? directory.pages(site.id) : [];
    const known = pages.filter(({ published }) => published !== undefined).length;
    return c.html(
      page({
        title: words.site.settings,
        section: 'sites',
        visitor,
        children: (
          <>
            <h1>
              <Marked text={words.site.settingsOf} with={{ name: <bdi>{line(site.name)}</bdi> }} />
            </h1>
            <p class="address">{site.url}</p>
            {c.req.query('saved') && <p role="status">{words.site.saved}</p>}
            {status === 422 && <p role="alert">{words.site.notSaved}</p>}
            <Around site={site} rules={(await store.rules.list(site.id)).length} pages={pages.length} />
            <SettingsForm
              {...{ site, draft, problems, visitor }}
              dated={pages.length > 0 ? words.site.dated(known, pages.length) : undefined}
            />
          </>
        ),
      }),
      status,
    );
  }
  return routes;
}

/** What else belongs to the site, on pages of its own. */
function Around({ site, rules, pages }: { site: Site; rules: number; pages: number }) {
  const { site: words, build } = useWords();
  return (
    <ul>
      <li>
        <Marked
          text={words.rulesHint}
          with={{ rules: <a href={`/admin/rules?site=${encodeURIComponent(site.id)}`}>{words.rules(rules)}</a> }}
        />
      </li>
      {pages > 0 && (
        <li>
          <a href={`/admin/sites/${encodeURIComponent(site.id)}/pages`}>{words.pages}</a>
        </li>
      )}
      <Permitted right="change" site={site.id}>
        <li>
          <a href={`/admin/sites/${encodeURIComponent(site.id)}/build`}>{build.link}</a>
        </li>
      </Permitted>
    </ul>
  );
}

interface FormProps {
  readonly site: Site;
  readonly draft: SiteDraft;
  readonly problems: SiteProblems;
  readonly dated: string | undefined;
  readonly visitor: Visitor;
}

function SettingsForm({ site, draft, problems, dated, visitor }: FormProps) {
  const { site: words } = useWords();
  const fixed = site.fixed ?? [];
  const fields = { draft, problems, fixed };
  const mayChange = may(visitor.memberships, 'change', site.id);
  return (
    <form method="post" action={`/admin/sites/${encodeURIComponent(site.id)}`} class="settings">
      <Csrf visitor={visitor} />
      {fixed.length > 0 && <p class="faint">{words.someFixed}</p>}
      <fieldset disabled={!mayChange}>
        <h2>{words.receiving}</h2>
        <ReceivingFields {...fields} />
        <ClosingFields {...fields} dated={dated} />
        <ModerationFields {...fields} />
        <ShowingFields {...fields} />
        <ReasonsField {...fields} />
        <h2>{words.sending}</h2>
        <SendingFields {...fields} />
        <LinkFields links={draft.links} problems={problems} fixed={fixed} />
        <ReportFields {...fields} />
        <KeepingFields {...fields} />
        {mayChange && (
          <button type="submit" class="save">
            {words.save}
          </button>
        )}
      </fieldset>
    </form>
  );
}

function changesIn(switches: SiteSwitches): readonly string[] {
  const { settings = {}, ...plain } = switches;
  return Object.entries({ ...plain, ...settings }).map(([name, value]) =>
    typeof value === 'boolean' ? `${name} ${value ? 'on' : 'off'}` : `${name} ${JSON.stringify(value)}`,
  );
}
