import type { SeenLink } from '../../src/backlink.ts';
import { createReporting } from '../../src/inbound/report/reporting.ts';
import type { LinkState } from '../../src/mention.ts';
import type { ConfiguredSite, Store } from '../../src/ports/index.ts';
import type { GivenSettings } from '../../src/site-settings.ts';
import { mailTo, openHouse } from '../notices/house.ts';

export const DAY = 86_400_000;
export const WANTS = mailTo({ events: ['ledger.report'] });

const SITE: ConfiguredSite = {
  ...{ id: 'alice.example', url: 'https://alice.example/', name: 'Alice', feed: undefined, sitemap: undefined },
  ...{ receive: true, send: false, announce: false },
};
const SEEN: SeenLink = {
  ...{ anchor: '', rel: [], place: 'content', links: 1, isFollowed: true, noindex: '', robots: '' },
  ...{ language: 'en', finalUrl: '', chain: [], canonical: '', entityTag: '', lastModified: '' },
};

/** The house of the notices, with a site whose weeks or months are over when the clock says so. */
export async function openReporting(port: number, settings: GivenSettings = { report: 'weekly' }) {
  const house = await openHouse(port);
  const { store, time, clock } = house;
  const set = (more: GivenSettings) => store.sites.configure({ ...SITE, settings: more });
  await set(settings);
  const reportingOn = async (other: Store) => {
    const sites = await other.sites.list();
    return createReporting({ store: other, clock, sites: () => sites })();
  };
  let due = time.now;

  return {
    ...house,
    set,
    reportingOn,
    /** A link that is there, or was changed, as a check finds it now. */
    async look(name: string, link: LinkState = 'live', seen: Partial<SeenLink> = {}): Promise<void> {
      const update = { link, checkedAt: time.now, lastSeenAt: time.now, status: 200 } as const;
      const facts = { ...SEEN, finalUrl: `https://${name}.example/entry`, ...seen };
      await store.mentions.recordCheck(`mention-${name}`, { ...update, ...(link === 'live' && { seen: facts }) }, []);
    },
    /** Time goes by, with the chore and the outbox at work. */
    async pass(ms: number): Promise<void> {
      const end = time.now + ms;
      while (due <= end) {
        await house.pass(Math.max(0, due - time.now));
        const outcome = await reportingOn(store);
        due = outcome.outcome === 'later' ? outcome.at : Number.POSITIVE_INFINITY;
      }
      await house.pass(end - time.now);
    },
    /** Time goes by while nothing runs. */
    sleep(ms: number): void {
      time.now += ms;
    },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
}
