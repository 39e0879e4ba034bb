import type { Sites } from '../ports/index.ts';
import type { BuildHook, BuildSaid, LinkChoice, OwnPage, Site } from '../site.ts';
import { type GivenSettings, merged } from '../site-settings.ts';
import { inSlices, othersFirst } from '../slices.ts';
import { lastNumber, takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';
import type { OwnPageTable, SiteTable } from './schema-sites.ts';

/** Name of the counter that tells every process to read the sites again. */
const REVISION = 'sites';
/** Pages that are read in one go; a large site has fifty thousand. */
const CHUNK = 2_000;

export function createSites(doors: Doors): Sites {
  const change = <T>(work: (db: Database) => Promise<T>) =>
    doors.write(async (db) => {
      await takeNumbers(db, REVISION);
      return work(db);
    });
  return {
    async list() {
      return (await doors.read.selectFrom('site').selectAll().orderBy('id').execute()).map(siteOf);
    },
    configure: ({ id, url, name, feed = null, sitemap = null, folder = null, links, buildHook, ...switches }) =>
      change(async (db) => {
        const { receive, send, announce, avatars, settings, fixed } = switches;
        const flags = {
          ...{ receive: flag(receive), send: flag(send), announce: flag(announce) },
          avatars: avatars === undefined ? null : flag(avatars),
        };
        const texts = {
          ...{ links: choiceText(links), buildHook: hookText(buildHook) },
          ...{ settings: settings === undefined ? null : JSON.stringify(settings), fixed: fixed?.join(',') ?? null },
        };
        const told = { url, name, feed, sitemap, folder, ...texts, ...flags };
        await db
          .insertInto('site')
          .values({ id, ...told })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
          .execute();
      }),
    remove: (id) =>
      change(async (db) => {
        for (const table of ['listing', 'watchedPage'] as const)
          await db.deleteFrom(table).where('site', '=', id).execute();
        const { numDeletedRows } = await db.deleteFrom('site').where('id', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    setSwitches: (id, { receive, send, announce, avatars, links, buildHook, settings }) =>
      change(async (db) => {
        const flags = {
          ...{ deskReceive: flagIf(receive), deskSend: flagIf(send), deskAnnounce: flagIf(announce) },
          deskAvatars: flagIf(avatars),
        };
        const texts = {
          deskSettings: settings && (await withSettings(db, id, settings)),
          deskLinks: links === undefined ? undefined : choiceText(links),
          // The empty text, because null stands for "as the configuration says".
          deskBuildHook: buildHook === undefined ? undefined : (hookText(buildHook ?? undefined) ?? ''),
        };
        const set = { ...flags, ...texts };
        if (Object.values(set).every((value) => value === undefined)) return;
        await db.updateTable('site').set(set).where('id', '=', id).execute();
      }),
    async pages(site) {
      const pages: OwnPage[] = [];
      for (let after = ''; ; await othersFirst()) {
        const own = doors.read.selectFrom('ownPage').selectAll().where('site', '=', site).where('key', '>', after);
        const rows = await own.orderBy('key').limit(CHUNK).execute();
        for (const row of rows) pages.push(pageOf(row));
        const last = rows.at(-1);
        if (last === undefined || rows.length < CHUNK) return pages;
        after = last.key;
      }
    },
    savePages: (site, pages, gone) => change((db) => savePages(db, site, pages, gone)),
    setPageSwitches: (site, key, { receive, send }) =>
      change(async (db) => {
        const page = db.updateTable('ownPage').where('site', '=', site).where('key', '=', key);
        if (receive !== undefined) await page.set({ receive: receive === 'site' ? null : flag(receive) }).execute();
        if (send !== undefined) await page.set({ send: send === 'site' ? null : flag(send) }).execute();
      }),
    noteBuild: (id, said) =>
      change(async (db) => {
        await db
          .updateTable('site')
          .set({ buildSaid: JSON.stringify(said) })
          .where('id', '=', id)
          .execute();
      }),
    revision: () => lastNumber(doors.read, REVISION),
  };
}

async function savePages(
  db: Database,
  site: string,
  pages: readonly Pick<OwnPage, 'key' | 'url' | 'title' | 'published'>[],
  gone: readonly string[],
): Promise<void> {
  // One transaction: a page that is not in the map yet would be unknown to whoever links to it meanwhile.
  await inSlices(pages, async ({ key, url, title, published = null }) => {
    await db
      .insertInto('ownPage')
      .values({ site, key, url, title, gone: 0, published })
      .onConflict((conflict) =>
        conflict.columns(['site', 'key']).doUpdateSet((eb) => ({
          ...{ url, title, gone: 0 },
          // A listing that has only the last change must not make an old page young.
          published: eb
            .case()
            .when('ownPage.published', '<', eb.ref('excluded.published'))
            .then(eb.ref('ownPage.published'))
            .else(eb.fn.coalesce('excluded.published', 'ownPage.published'))
            .end(),
        })),
      )
      .execute();
  });
  for (const key of gone) {
    await db.updateTable('ownPage').set({ gone: 1 }).where('site', '=', site).where('key', '=', key).execute();
  }
}

function siteOf(row: SiteTable): Site {
  const { id, url, name } = row;
  const fixed = row.fixed?.split(',') ?? [];
  const isFixed = (key: string) => fixed.includes(key);
  const avatars = (isFixed('avatars') ? null : row.deskAvatars) ?? row.avatars;
  const areLinksFixed = ['content', 'ignore', 'internalLinks', 'nofollow'].some(isFixed);
  return {
    id,
    url,
    name,
    feed: row.feed ?? undefined,
    sitemap: row.sitemap ?? undefined,
    ...(row.folder !== null && { folder: row.folder }),
    ...choiceOf((areLinksFixed ? null : row.deskLinks) ?? row.links),
    ...buildOf(row),
    receive: ((isFixed('receive') ? null : row.deskReceive) ?? row.receive) === 1,
    send: ((isFixed('send') ? null : row.deskSend) ?? row.send) === 1,
    announce: ((isFixed('send') ? null : row.deskAnnounce) ?? row.announce) === 1,
    ...(avatars !== null && { avatars: avatars === 1 }),
    ...settingsIn(row),
    ...(fixed.length > 0 && { fixed }),
  };
}

function settingsIn({ settings, deskSettings }: SiteTable): { readonly settings?: GivenSettings } {
  if (settings === null && deskSettings === null) return {};
  return { settings: merged(givenIn(deskSettings), givenIn(settings)) };
}

function givenIn(text: string | null): GivenSettings {
  return text === null ? {} : (JSON.parse(text) as GivenSettings);
}

async function withSettings(db: Database, id: string, settings: GivenSettings): Promise<string> {
  const row = await db.selectFrom('site').select('deskSettings').where('id', '=', id).executeTakeFirst();
  return JSON.stringify(merged(givenIn(row?.deskSettings ?? null), settings));
}

function choiceText(links: LinkChoice | undefined): string | null {
  return links === undefined ? null : JSON.stringify(links);
}

function choiceOf(text: string | null): { readonly links?: LinkChoice } {
  return text === null ? {} : { links: JSON.parse(text) as LinkChoice };
}

function hookText(hook: BuildHook | undefined): string | null {
  return hook === undefined ? null : JSON.stringify(hook);
}

function buildOf({ deskBuildHook, buildHook, buildSaid }: SiteTable): Pick<Site, 'buildHook' | 'buildSaid'> {
  const hook = deskBuildHook ?? buildHook;
  return {
    ...(hook && { buildHook: JSON.parse(hook) as BuildHook }),
    ...(buildSaid !== null && { buildSaid: JSON.parse(buildSaid) as BuildSaid }),
  };
}

function pageOf({ key, url, title, gone, receive, send, published }: OwnPageTable): OwnPage {
  const own = { key, url, title, gone: gone === 1, receive: setting(receive), send: setting(send) };
  return published === null ? own : { ...own, published };
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** Kysely leaves out what is undefined, and the column stays as it is. */
function flagIf(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : flag(value);
}

function setting(value: number | null): boolean | undefined {
  return value === null ? undefined : value === 1;
}
