import type { SeenLink } from '../../packages/server/src/backlink.ts';
import type { House } from '../../packages/server/test/web/house.ts';

export const TARGET = 'https://alice.example/shown';
/** A text that says nothing, and stands nowhere else. */
export const innocent = (n: number): string => `Innocent${String(n).padStart(3, '0')}text`;

export interface Furnished {
  /** One of each per text, in the order of the texts. */
  readonly held: readonly string[];
  readonly deliveries: readonly string[];
  /** What senders were told to ask after, of the held ones. */
  readonly statuses: readonly string[];
  /** Sites that are called like the first texts. */
  readonly sites: readonly string[];
}

/** What pages show few of, or need one page each for. */
const FEW = 3;

/** A link whose page says the text wherever it can. */
function seenAs(text: string): SeenLink {
  const url = 'https://bob.example/moved';
  return {
    ...{ anchor: text, rel: ['nofollow', 'ugc'], place: 'comment', links: 2, isFollowed: false },
    ...{ finalUrl: url, chain: [url, `${url}&2`], canonical: url },
    ...{ noindex: 'header', robots: text, language: text, entityTag: '', lastModified: '' },
  };
}

/** Puts each text wherever a stranger's text, or one that quotes it, can come to lie. */
export async function furnish(house: House, texts: readonly string[]): Promise<Furnished> {
  const held: string[] = [];
  const deliveries: string[] = [];
  await house.store.sites.configure({ ...house.site, feed: 'https://alice.example/feed' });
  const own = texts.map((title, n) => ({
    key: `alice.example/held/${n}`,
    url: `https://alice.example/held/${n}`,
    title,
  }));
  own.push({ key: 'alice.example/shown', url: TARGET, title: 'Shown' });
  await house.store.sites.savePages(house.site.id, own, []);
  const sites = await furnishSites(house, texts.slice(0, FEW));
  await furnishPeople(house, texts);
  await house.directory.refresh();
  for (const [n, text] of texts.entries()) {
    const seed = {
      anchor: text,
      entry: { title: text, excerpt: text, author: { name: text, url: 'https://bob.example/', photo: '' } },
      facts: { title: text, language: text },
    };
    await house.seed({ ...seed, source: `https://bob.example/shown/${n}`, target: TARGET, moderation: 'approved' });
    const target = `https://alice.example/held/${n}`;
    // The overview has the titles of the pages that are mentioned most.
    if (n < FEW) await house.seed({ ...seed, source: `https://bob.example/top/${n}`, target, moderation: 'approved' });
    const id = await house.seed({ ...seed, source: `https://bob.example/held/${n}`, target });
    const at = house.time.now;
    const oneRow = text.replace(/\s+/g, ' ').trim();
    const step = { at, step: 'judged', outcome: 'pending', reason: text } as const;
    await house.store.mentions.moderate(id, 'pending', [text], step);
    const outage = { link: 'unreachable', checkedAt: at, outage: `challenge ${text}`, status: 403 } as const;
    await house.store.mentions.recordCheck(id, { ...outage, seen: seenAs(text) }, []);
    const seen = { ...seenAs('other words'), place: 'footer' } as const;
    await house.store.mentions.recordCheck(id, { link: 'live', checkedAt: at, text: oneRow, seen }, []);
    held.push(id);
    const delivery = {
      id: `delivery-${n}`,
      ...{ site: house.site.id, source: `${TARGET}/${n}`, target: `https://bob.example/told/${n}` },
      ...({ protocol: 'pingback', endpoint: 'https://bob.example/xmlrpc', status: 'refused', fault: 17 } as const),
      ...{
        httpStatus: 200,
        reason: text,
        lenient: false,
        attempts: 1,
        version: undefined,
        callback: undefined,
        software: undefined,
      },
      ...{ createdAt: at, updatedAt: at },
    };
    await house.store.deliveries.add([delivery], { step: 'found', outcome: 'found', reason: text });
    const told = { at, step: 'notified', outcome: 'refused', reason: text } as const;
    await house.store.deliveries.record(delivery.id, {}, told, [{ at, request: oneRow, reply: oneRow }]);
    await house.store.dontTell.add(text, n);
    deliveries.push(delivery.id);
    await house.store.refusals.add({
      ...({ id: `refusal-${n}`, site: house.site.id, protocol: 'pingback', reason: `${text}`, at } as const),
      ...{ source: `https://spam.example/${n}`, target: TARGET },
    });
    // As it was sent by whoever sent no address at all.
    await house.store.refusals.add({
      ...({ id: `unusable-${n}`, site: house.site.id, protocol: 'webmention', at } as const),
      ...{ source: text, target: text, reason: 'The source is not a usable address: there is none.' },
    });
    const page = {
      id: `page${n}`,
      source: `https://bob.example/searched/${n}`,
      format: text,
      group: 'bob.example',
    };
    await house.store.linkingPages.add([page], at, 0);
    await house.store.imports.lineUp({ at, most: 1000, mostOfGroup: 1000 });
    await house.store.linkingPages.searched(page.id, at, { links: 0, fresh: 0, reason: text });
    const rule = {
      id: `rule-${n}`,
      site: house.site.id,
      action: 'block',
      scope: 'host',
      value: text,
      createdAt: n,
    } as const;
    await house.store.rules.add(rule);
    await house.store.audit.add([{ at, by: text, address: text, action: 'moderated', subject: id, detail: text }]);
    const recipient = {
      ...({
        id: `recipient-${n}`,
        kind: 'email',
        address: text,
        language: 'en',
        problem: text,
        openLinks: false,
      } as const),
      ...({ timing: { pace: 'daily', hour: 8, zone: text }, events: ['delivery.finished'], site: text } as const),
      createdAt: n,
    };
    await house.store.recipients.save({
      ...recipient,
      site: undefined,
      active: true,
      timing: { ...recipient.timing, zone: 'UTC' },
    });
    await house.store.notices.add({ event: 'delivery.finished', site: house.site.id, subject: delivery.id, at });
    await house.store.recipients.save({ ...recipient, active: false });
    const [notice] = await house.store.notices.list({ limit: 1 });
    await house.store.notices.change([notice?.id ?? ''], { state: 'failed', reason: text, updatedAt: at });
    await house.store.tokens.add({
      ...({ id: `token-${n}`, tokenHash: `hash-${n}`, name: text, scopes: ['read'], site: undefined } as const),
      ...{ maker: undefined, createdAt: n, lastUsedAt: undefined },
    });
  }
  return { held, deliveries, statuses: held.map((id) => house.deps.statusIds.seal(id)), sites };
}

async function furnishSites(house: House, names: readonly string[]): Promise<readonly string[]> {
  const ids = names.map((_, n) => `site-${n}.example`);
  for (const [n, id] of ids.entries())
    await house.store.sites.configure({ ...house.site, id, url: `https://${id}/`, name: names[n] ?? '' });
  return ids;
}

/** Names that people chose, and what their browsers say of themselves. */
async function furnishPeople({ store, time }: House, texts: readonly string[]): Promise<void> {
  const at = time.now;
  const [owner] = await store.owners.list();
  if (!owner) return;
  // One, for they are listed by their names.
  const person = { id: 'person', name: texts[0] ?? '', passwordHash: owner.passwordHash, createdAt: at };
  await store.owners.offerSetUp('offer');
  await store.owners.setUp('offer', person);
  for (const [n, text] of texts.entries()) {
    const session = { owner: owner.id, tokenHash: `session-${n}`, csrf: 'csrf', createdAt: at, seenAt: at };
    await store.sessions.open({ ...session, address: text, agent: text });
  }
}

/** Ids and dates differ from house to house; nothing else may. */
export function neutral(text: string): string {
  return text.replace(/Aa[A-Z][\w-]{19}/g, 'ID').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
}
