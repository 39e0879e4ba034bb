import type { Entry } from '@hearback/protocol';
import type { Delivery } from '../../packages/server/src/delivery.ts';
import { newDelivery } from '../../packages/server/test/storage/contract/samples.ts';
import type { House, Seed } from '../../packages/server/test/web/house.ts';

const HOUR = 3_600_000;
const POSTS = [
  ['https://alice.example/bread', 'Bread without kneading'],
  ['https://alice.example/moth', 'A moth that looks like a twig'],
] as const;
export const SHOWN = POSTS[0][0];

interface Said extends Omit<Seed, 'entry'> {
  readonly hours: number;
  readonly entry: Partial<Omit<Entry, 'author'>>;
  readonly by: string;
  readonly reasons?: readonly string[];
}

const mention = (hours: number, by: string, source: string, about: 0 | 1, more: Omit<Said, 'hours' | 'by'>): Said => ({
  ...{ hours, by, source, target: POSTS[about][0] },
  ...more,
});

/** What others wrote, the oldest first. */
const MENTIONS: readonly Said[] = [
  mention(300, 'Dana Ortiz', 'https://crumb.example/weekend', 0, {
    moderation: 'approved',
    anchor: 'Alice’s loaf',
    entry: {
      kind: 'mention',
      title: 'A weekend of flour',
      excerpt: 'I baked Alice’s loaf twice, and the second one was better: the dough wants a whole day.',
    },
  }),
  mention(200, 'מיכל לוי', 'https://lechem.example/tmunot', 0, {
    moderation: 'approved',
    anchor: 'הלחם של אליס',
    entry: { kind: 'reply', title: 'הלחם של אליס', excerpt: 'אפיתי את הלחם של אליס, והבית כולו הריח נהדר.' },
  }),
  mention(150, 'Tom', 'https://tom.example/likes/7', 0, {
    moderation: 'approved',
    entry: { kind: 'like', title: '', excerpt: '' },
  }),
  mention(140, 'Priya', 'https://priya.example/l/31', 0, {
    moderation: 'approved',
    entry: { kind: 'like', title: '', excerpt: '' },
  }),
  mention(90, 'Ines Duarte', 'https://forno.example/massa', 0, {
    moderation: 'approved',
    entry: { kind: 'repost', title: 'Pão sem amassar', excerpt: '' },
  }),
  mention(40, 'Cheap Ovens', 'https://ovens.example/buy-now', 0, {
    moderation: 'spam',
    entry: { title: 'BUY OVENS', excerpt: 'Best ovens cheap ovens buy.' },
  }),
  mention(5, 'سلمى حداد', 'https://khobz.example/tajriba', 0, {
    anchor: 'طريقة أليس',
    entry: {
      kind: 'mention',
      title: 'جرّبت طريقة أليس',
      excerpt: 'جرّبت طريقة أليس في الخبز (24 ساعة!) وكانت النتيجة رائعة.',
    },
    reasons: ['Nobody from this domain was approved before.'],
  }),
  mention(3, 'Jonas Weber', 'https://krume.example/antwort-an-alice', 0, {
    anchor: 'Brot ohne Kneten',
    entry: {
      kind: 'reply',
      title: 'Geht das auch mit Roggen?',
      excerpt: 'Das Brot ohne Kneten habe ich mit Roggen versucht. Es ging, aber es braucht mehr Wasser.',
    },
    reasons: ['Nobody from this domain was approved before.'],
  }),
  mention(1.4, 'Field Notes', 'https://fieldnotes.example/geometer-moths', 1, {
    anchor: 'a moth that looks like a twig',
    entry: {
      title: 'Geometer moths of the hedge',
      excerpt: 'Yesterday somebody else found a moth that looks like a twig; here is how to tell it from ours.',
    },
    reasons: ['Nobody from this domain was approved before.'],
  }),
];

const TOLD: readonly (readonly [string, number, Partial<Delivery>])[] = [
  [
    'https://crumb.example/starter',
    26,
    {
      protocol: 'webmention',
      status: 'delivered',
      endpoint: 'https://crumb.example/webmention',
      httpStatus: 202,
      reason: 'The endpoint accepted the webmention.',
    },
  ],
  [
    'https://forno.example/',
    25.5,
    {
      protocol: 'pingback',
      status: 'refused',
      endpoint: 'https://forno.example/xmlrpc.php',
      software: 'WordPress',
      fault: 33,
      httpStatus: 200,
      reason: 'The endpoint refused the pingback with fault 33: it says that the target takes no pingbacks.',
    },
  ],
  [
    'https://mill.example/rye',
    25,
    {
      status: 'unsupported',
      reason:
        'The page takes no linkbacks: neither its headers nor its HTML name a Webmention, Pingback or TrackBack endpoint.',
    },
  ],
  [
    'https://hedge.example/moths',
    2,
    {
      protocol: 'webmention',
      status: 'retrying',
      endpoint: 'https://hedge.example/wm',
      httpStatus: 503,
      reason: 'The endpoint answered HTTP 503: it cannot take the webmention at the moment.',
    },
  ],
];

/** A desk after some weeks, for pictures: the same on every day. Answers the id of a mention that is worth a look. */
export async function settleIn(house: House): Promise<string> {
  const now = house.time.now;
  const { store, site } = house;
  await store.sites.configure({ ...site, name: 'Alice’s notebook', feed: 'https://alice.example/feed' });
  await store.sites.savePages(
    site.id,
    POSTS.map(([url, title]) => ({ key: url.slice(8), url, title })),
    [],
  );
  await house.directory.refresh();
  let last = '';
  for (const { hours, entry, by, reasons, ...seed } of MENTIONS) {
    house.time.now = now - hours * HOUR;
    const author = { name: by, url: `${new URL(seed.source ?? '').origin}/`, photo: '' };
    last = await house.seed({
      ...seed,
      entry: { ...entry, author },
      facts: { finalUrl: seed.source ?? '', language: '' },
    });
    const at = house.time.now;
    if (reasons) {
      const step = { at, step: 'judged', outcome: 'pending', reason: reasons.join(' ') } as const;
      await store.mentions.moderate(last, 'pending', reasons, step);
    }
  }
  for (const [n, [target, hours, more]] of TOLD.entries()) {
    const at = now - hours * HOUR;
    const delivery = newDelivery(String(n), {
      site: site.id,
      source: SHOWN,
      target,
      createdAt: at,
      updatedAt: at,
      attempts: 1,
      ...more,
    });
    await store.deliveries.add([delivery], { step: 'found', outcome: 'found', reason: 'The post links to it.' });
  }
  house.time.now = now;
  return last;
}
