import type { ConfiguredSite, Sites } from '../ports/index.ts';
import type { BuildHook, BuildSaid, LinkChoice, Site } from '../site.ts';
import { type GivenSettings, merged } from '../site-settings.ts';
import { slicesOf } from '../slices.ts';
import { among } from './among.ts';
import { lastNumber, takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import { given } from './given.ts';
import { readMaps, savePages, setPageSwitches } from './own-pages.ts';
import { removeRecipients } from './recipients.ts';
import type { Database } from './schema.ts';
import type { SiteTable } from './schema-sites.ts';

/** Name of the counter that tells every process to read the sites again. */
const REVISION = 'sites';

export function createSites(doors: Doors): Sites {
  return {
    async list() {
      return (await doors.read.selectFrom('site').selectAll().orderBy('id').execute()).map(siteOf);
    },
    async byId(id) {
      const row = await doors.read.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirst();
      return row && siteOf(row);
    },
    async changes(since) {
      // First, so that what changes meanwhile is told again and never left out.
      const revision = await lastNumber(doors.read, REVISION);
      if (revision === since) return { revision, sites: [], removed: [] };
      const changed = doors.read.selectFrom('site').selectAll().where('changed', '>', since);
      const removed = doors.read.selectFrom('removedSite').select('id').where('changed', '>', since);
      return {
        revision,
        sites: (await (since > 0 ? changed : doors.read.selectFrom('site').selectAll()).execute()).map(siteOf),
        removed: since > 0 ? (await removed.execute()).map(({ id }) => id) : [],
      };
    },
    configure: (sites) =>
      doors.write(async (db) => {
        // Who names one twice means the last.
        const all = new Map([sites].flat().map((site) => [site.id, site]));
        for (const some of slicesOf([...all.values()])) await configure(db, some);
      }),
    remove: (id) =>
      doors.write(async (db) => {
        // Whoever adds a site of this address later may be somebody else: no door of the old one stays open.
        for (const table of ['listing', 'watchedPage', 'membership', 'setUp', 'apiToken', 'report'] as const)
          await db.deleteFrom(table).where('site', '=', id).execute();
        await removeRecipients(db, id);
        const { numDeletedRows } = await db.deleteFrom('site').where('id', '=', id).executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        const changed = await takeNumbers(db, REVISION);
        await db
          .insertInto('removedSite')
          .values({ id, changed })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ changed }))
          .execute();
        return true;
      }),
    setSwitches: (id, { receive, send, announce, avatars, links, buildHook, settings }) =>
      doors.write(async (db) => {
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
        await noteChange(db, id);
      }),
    maps: (sites) => readMaps(doors.read, sites),
    pages: async (site) => (await readMaps(doors.read, [site])).get(site) ?? [],
    savePages: (site, pages, gone) =>
      doors.write(async (db) => {
        await savePages(db, site, pages, gone);
        await noteChange(db, site);
      }),
    setPageSwitches: (site, key, switches) =>
      doors.write(async (db) => {
        await setPageSwitches(db, site, key, switches);
        await noteChange(db, site);
      }),
    noteBuild: (id, said) =>
      doors.write(async (db) => {
        const buildSaid = JSON.stringify(said);
        await db.updateTable('site').set({ buildSaid }).where('id', '=', id).execute();
        await noteChange(db, id);
      }),
  };
}

/** Every process reads the site again, and no other one. */
async function noteChange(db: Database, id: string): Promise<void> {
  const changed = await takeNumbers(db, REVISION);
  await db.updateTable('site').set({ changed }).where('id', '=', id).execute();
}

type Told = Omit<SiteTable, `desk${string}` | 'buildSaid' | 'changed'>;

const TOLD = {
  ...{ id: 'text', url: 'text', name: 'text', feed: 'text', sitemap: 'text', folder: 'text', links: 'text' },
  ...{ buildHook: 'text', settings: 'text', fixed: 'text' },
  ...{ receive: 'bigint', send: 'bigint', announce: 'bigint', avatars: 'bigint' },
} as const satisfies Record<keyof Told, 'text' | 'bigint'>;
const TOLD_NAMES = Object.keys(TOLD) as (keyof Told)[];

/** What says nothing new changes nothing: ten thousand configured sites would be read again at every start. */
async function configure(db: Database, sites: readonly ConfiguredSite[]): Promise<void> {
  const ids = sites.map(({ id }) => id);
  const known = await db
    .selectFrom('site')
    .select(TOLD_NAMES)
    .where(among(db, 'id', ids))
    .execute();
  const before = new Map(known.map((row) => [row.id, row]));
  const news = sites.map(toldOf).filter((row) => TOLD_NAMES.some((name) => before.get(row.id)?.[name] !== row[name]));
  if (news.length === 0) return;
  const changed = await takeNumbers(db, REVISION);
  const columns = { ...TOLD, changed: 'bigint' } as const;
  const names = [...TOLD_NAMES, 'changed'] as const;
  await db
    .insertInto('site')
    .columns([...names])
    .expression(
      given(
        db,
        columns,
        news.map((row) => ({ ...row, changed })),
      ),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => Object.fromEntries(names.map((name) => [name, eb.ref(`excluded.${name}`)]))),
    )
    .execute();
  const there = among(
    db,
    'id',
    news.map(({ id }) => id),
  );
  await db.deleteFrom('removedSite').where(there).execute();
}

function toldOf(site: ConfiguredSite): Told {
  const { id, url, name, feed = null, sitemap = null, folder = null, avatars, settings, fixed } = site;
  return {
    ...{ id, url, name, feed, sitemap, folder, links: choiceText(site.links), buildHook: hookText(site.buildHook) },
    ...{ settings: settings === undefined ? null : JSON.stringify(settings), fixed: fixed?.join(',') ?? null },
    ...{ receive: flag(site.receive), send: flag(site.send), announce: flag(site.announce) },
    avatars: avatars === undefined ? null : flag(avatars),
  };
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

function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** Kysely leaves out what is undefined, and the column stays as it is. */
function flagIf(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : flag(value);
}
