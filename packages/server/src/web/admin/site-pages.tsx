import { Hono } from 'hono';
import type { PageSwitches } from '../../ports/index.ts';
import type { OwnPage, Site } from '../../site.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { Csrf, page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Outward } from './outward.tsx';
import { useWords } from './speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

const ROWS = 100;

/** The pages of one site, each with its own switches. */
export function sitePages(deps: Pick<WebDeps, 'store' | 'directory' | 'clock'>): Hono<DeskEnv> {
  const { store, directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/:id/pages', async (c) => {
    await directory.refresh();
    const site = directory.byId(c.req.param('id'));
    if (!site) return c.notFound();
    const { ownPages: words } = c.var.words;
    const from = fromOf(c.req.query('from'));
    const all = directory.pages(site.id);
    const pages = all.slice(from, from + ROWS);
    return c.html(
      page({
        title: words.titleOf(line(site.name)),
        section: 'sites',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>
              <Marked text={words.heading} with={{ site: <bdi>{line(site.name)}</bdi> }} />
            </h1>
            {pages.length === 0 ? (
              <p class="empty">{words.none}</p>
            ) : (
              <PageTable site={site} pages={pages} from={from} visitor={c.var.visitor} />
            )}
            {all.length > from + ROWS && (
              <p>
                <a href={`/admin/sites/${site.id}/pages?from=${from + ROWS}`} rel="next">
                  {words.more}
                </a>
              </p>
            )}
          </>
        ),
      }),
    );
  });

  routes.post('/:id/pages', async (c) => {
    const site = directory.byId(c.req.param('id'));
    const [action, key] = splitOnce(c.var.form.get('switch') ?? '');
    const own = site && directory.pages(site.id).find((one) => one.key === key);
    const switches = SWITCHES[action];
    if (!site || !own || !switches || own.fixed?.some((name) => name in switches)) return c.notFound();
    await store.sites.setPageSwitches(site.id, own.key, switches);
    await noteDone(deps, c, 'page changed', own.key, action.replace('-', ' '));
    await directory.refresh();
    return c.redirect(`/admin/sites/${site.id}/pages?from=${fromOf(c.var.form.get('from') ?? undefined)}`, 303);
  });
  return routes;
}

const SWITCHES: Readonly<Record<string, PageSwitches>> = {
  'receive-on': { receive: true },
  'receive-off': { receive: false },
  'receive-site': { receive: 'site' },
  'send-on': { send: true },
  'send-off': { send: false },
  'send-site': { send: 'site' },
};

/** `receive-off:example.org/a:b` → the word and the key, which may hold colons itself. */
function splitOnce(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function fromOf(text: string | undefined): number {
  return /^\d{1,7}$/.test(text ?? '') ? Number(text) : 0;
}

function PageTable({
  site,
  pages,
  from,
  visitor,
}: {
  site: Site;
  pages: readonly OwnPage[];
  from: number;
  visitor: Visitor;
}) {
  const { ownPages } = useWords();
  return (
    <form method="post" action={`/admin/sites/${site.id}/pages`} class="overflow-auto">
      <Csrf visitor={visitor} />
      <input type="hidden" name="from" value={String(from)} />
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{ownPages.page}</th>
            <th scope="col">{ownPages.receives}</th>
            <th scope="col">{ownPages.sends}</th>
          </tr>
        </thead>
        <tbody>
          {pages.map((own) => (
            <tr>
              <td class="address">
                <Outward url={own.url} text={line(own.title)} />
                {own.gone && <small> {ownPages.gone}</small>}
              </td>
              <Switch own={own} name="receive" on={(own.receive ?? site.receive) && site.receive} />
              <Switch own={own} name="send" on={(own.send ?? site.send) && site.send} />
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  );
}

/** A page that was switched for itself stays as it is when the site is switched, until it is told to follow it again. */
function Switch({ own, name, on }: { own: OwnPage; name: 'receive' | 'send'; on: boolean }) {
  const { ownPages: words, site } = useWords();
  const what = words[name === 'receive' ? 'receivingFor' : 'sendingFor'](line(own.title) || own.url);
  const label = name === 'receive' ? words.receives : words.sends;
  if (own.fixed?.includes(name))
    return (
      <td data-label={label}>
        {on ? words.yes : words.no} <small>{site.fixed}</small>
      </td>
    );
  return (
    <td data-label={label}>
      {on ? words.yes : words.no}{' '}
      <SwitchButton
        own={own}
        to={`${name}-${on ? 'off' : 'on'}`}
        text={on ? words.turnOff : words.turnOn}
        what={what}
      />
      {own[name] !== undefined && (
        <>
          {' '}
          <SwitchButton own={own} to={`${name}-site`} text={words.follow} what={what} />
        </>
      )}
    </td>
  );
}

function SwitchButton({ own, to, text, what }: { own: OwnPage; to: string; text: string; what: string }) {
  return (
    <button type="submit" name="switch" value={`${to}:${own.key}`} class="quiet" aria-label={`${text}: ${what}`}>
      {text}
    </button>
  );
}
