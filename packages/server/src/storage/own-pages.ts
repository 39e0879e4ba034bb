import type { PageSwitches } from '../ports/index.ts';
import type { OwnPage } from '../site.ts';
import { inSlices, othersFirst } from '../slices.ts';
import type { Database } from './schema.ts';
import type { OwnPageTable } from './schema-sites.ts';

/** Pages that are read in one go; a large site has fifty thousand. */
const CHUNK = 2_000;

/** By their sites; those that have none are left out. A few looks, however many sites are asked for. */
export async function readMaps(db: Database, sites: readonly string[]): Promise<Map<string, OwnPage[]>> {
  const maps = new Map<string, OwnPage[]>();
  let [site, key] = ['', ''];
  for (; sites.length > 0; await othersFirst()) {
    const rows = await db
      .selectFrom('ownPage')
      .selectAll()
      .where('site', 'in', [...sites])
      .where(({ eb, refTuple, tuple }) => eb(refTuple('site', 'key'), '>', tuple(site, key)))
      .orderBy('site')
      .orderBy('key')
      .limit(CHUNK)
      .execute();
    for (const row of rows) {
      const pages = maps.get(row.site);
      if (pages) pages.push(pageOf(row));
      else maps.set(row.site, [pageOf(row)]);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < CHUNK) break;
    [site, key] = [last.site, last.key];
  }
  return maps;
}

export async function setPageSwitches(
  db: Database,
  site: string,
  key: string,
  { receive, send }: PageSwitches,
): Promise<void> {
  const page = db.updateTable('ownPage').where('site', '=', site).where('key', '=', key);
  if (receive !== undefined) await page.set({ receive: flagOf(receive) }).execute();
  if (send !== undefined) await page.set({ send: flagOf(send) }).execute();
}

function flagOf(value: boolean | 'site'): number | null {
  if (value === 'site') return null;
  return value ? 1 : 0;
}

export async function savePages(
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

function pageOf({ key, url, title, gone, receive, send, published }: OwnPageTable): OwnPage {
  const own = { key, url, title, gone: gone === 1, receive: setting(receive), send: setting(send) };
  return published === null ? own : { ...own, published };
}

function setting(value: number | null): boolean | undefined {
  return value === null ? undefined : value === 1;
}
