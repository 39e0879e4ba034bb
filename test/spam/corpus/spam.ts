import type { Chance } from './chance.ts';
import { FOREIGN } from './foreign-sales.ts';
import { type Family, type Made, own, paragraphs, publish, wrap } from './making.ts';
import { OWN_PAGES, type OwnPage } from './own-pages.ts';
import { esc, link, person, slug } from './page.ts';
import { SUBJECTS } from './prose.ts';
import { BRANDS, ESSAYS, GAMBLING, LOANS, MEDICINES, type Sale } from './sales.ts';
import { at, ours } from './spam-made.ts';
import { autoblog, doorway, parked, profile, redirector, slop, sneaky, statistics } from './spam-places.ts';

/** A page that sells: sometimes openly on its own host, sometimes on a blog that looks like anybody's. */
function selling(chance: Chance, sale: Sale, lang = 'en'): Made {
  const page = own(chance);
  const title = chance.pick(sale.titles);
  const parts = paragraphs(chance, sale.sentences, 3, 6);
  const links = chance.some(sale.anchors, chance.between(0, 3));
  for (const anchor of links)
    parts[chance.below(parts.length)] += ` ${link(`https://${chance.pick(sale.hosts)}/${slug(anchor)}`, anchor)}`;
  parts[chance.below(parts.length)] +=
    ` ${chance.pick(['See also', 'Source:', 'More information:', 'Related:', ''])} ${ours(page, chance.pick([page.title, page.url, 'here']))}`;
  const made = publish(
    chance,
    { title, body: wrap(parts), lang, site: chance.pick(['Health Blog', 'Best Reviews', 'News 24', title]) },
    page.url,
    chance.pick(['wordpress', 'hugo', 'plain', 'blogger']),
  );
  return at(chance, made, chance.is(0.7) ? chance.pick(sale.hosts) : person(chance).host);
}

function foreign(chance: Chance): Made {
  const lang = chance.pick(Object.keys(FOREIGN));
  return selling(chance, FOREIGN[lang] as Sale, lang);
}

const NICHES = [
  'travel',
  'plumbing',
  'dentists',
  'pet insurance',
  'roofing',
  'web hosting',
  'fitness',
  'real estate',
  'car rental',
  'wedding',
  'solar panels',
  'lawyers',
  'kitchen',
  'garden',
  'finance',
];
function farm(chance: Chance): Made {
  const page = own(chance);
  const count = chance.between(120, 500);
  const place = chance.below(count);
  const rows = Array.from({ length: count }, (_, n) => {
    const niche = chance.pick(NICHES);
    const host = `${niche.replaceAll(' ', '-')}-${chance.pick(['guide', 'online', 'best', 'pro', 'hub', 'info'])}${chance.below(1000)}.${chance.pick(['com', 'info', 'top', 'xyz', 'net'])}`;
    return n === place
      ? ours(page)
      : link(`https://${host}/`, chance.pick([`Best ${niche}`, niche, host, `${niche} ${n}`, 'Visit website']));
  });
  const intro = chance.pick([
    'Submit your site to our free directory and increase traffic.',
    'Our partners',
    'Free link exchange. Add your site now.',
    'Dofollow backlinks from high DA domains.',
    '',
  ]);
  const join = chance.pick([' | ', '<br>', '</li><li>', ' ']);
  const made = publish(
    chance,
    {
      title: chance.pick(['Links', 'Web Directory', 'Partners page 12', 'SEO link directory', 'Resources']),
      body: `<p>${intro}</p><div><li>${rows.join(join)}</li></div>`,
    },
    page.url,
    chance.pick(['plain', 'wordpress', 'hugo']),
  );
  return at(
    chance,
    made,
    `${chance.pick(['links', 'dir', 'web', 'seo', 'top'])}-${chance.pick(['list', 'directory', 'world', 'express', 'catalog'])}${chance.below(900)}.${chance.pick(['com', 'info', 'net', 'top'])}`,
    `/links${chance.below(99)}.html`,
  );
}

const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/\bfound\b/g, 'discovered'],
  [/\bsmall\b/g, 'little'],
  [/\bpeople\b/g, 'persons'],
  [/\bbecause\b/g, 'since'],
  [/\bhelps\b/g, 'assists'],
];
function copy(chance: Chance): Made {
  const page = own(chance);
  const others = OWN_PAGES.filter((one) => one !== page);
  const kind = chance.below(5);
  let paragraphsOf = page.paragraphs.map(esc);
  if (kind === 1) paragraphsOf = paragraphsOf.slice(0, 2);
  if (kind === 2)
    paragraphsOf = paragraphsOf.map((text) => SWAPS.reduce((sum, [from, to]) => sum.replace(from, to), text));
  if (kind === 3) paragraphsOf = chance.some(paragraphsOf, 3);
  // The scraped page was another one, which linked to the target as its neighbour.
  if (kind === 4) paragraphsOf = (others[chance.below(others.length)] as OwnPage).paragraphs.map(esc);
  const foot = chance.pick([
    `The post ${ours(page)} appeared first on ${link('https://alice.example/', 'Alice')}.`,
    `Source: ${ours(page, page.url)}`,
    `<small>${ours(page, 'Read more')}</small>`,
    `Original article: ${ours(page)}`,
  ]);
  const ads = chance.is(0.5) ? `<div class="ad">${link('https://ads.example/buy', 'Advertisement')}</div>` : '';
  const made = publish(
    chance,
    {
      title: page.title,
      body: `${ads}${wrap(paragraphsOf)}<p>${foot}</p>`,
      author: chance.pick(['admin', 'editor', 'news bot', 'Staff']),
    },
    page.url,
    chance.pick(['wordpress', 'plain', 'ghost', 'blogger']),
  );
  return at(
    chance,
    made,
    `${chance.pick(['daily', 'best', 'my', 'top', 'info', 'world'])}${chance.pick(['news', 'feeds', 'stories', 'content', 'posts'])}${chance.below(100)}.${chance.pick(['com', 'info', 'xyz', 'net'])}`,
  );
}

const HIDES = [
  (inner: string) => `<div style="display:none">${inner}</div>`,
  (inner: string) => `<div style="position:absolute;left:-9999px;top:0">${inner}</div>`,
  (inner: string) => `<div style="height:1px;width:1px;overflow:hidden">${inner}</div>`,
  (inner: string) => `<font style="font-size:0px">${inner}</font>`,
  (inner: string) => `<style>.zq{position:absolute;text-indent:-9000px}</style><div class="zq">${inner}</div>`,
  (inner: string) => `<p style="color:#fff;background:#ffffff">${inner}</p>`,
  (inner: string) => `<div hidden>${inner}</div>`,
];
/** An honest page into which somebody else put links. */
function hacked(chance: Chance): Made {
  const page = own(chance);
  const subject = SUBJECTS[chance.pick(Object.keys(SUBJECTS))] ?? [];
  const sale = chance.pick([MEDICINES, GAMBLING, ESSAYS, BRANDS, LOANS, ...Object.values(FOREIGN)]);
  const links = Array.from({ length: chance.between(4, 25) }, () =>
    link(
      `https://${chance.pick(sale.hosts).replace('.', `${chance.below(90)}.`)}/${chance.below(999)}`,
      chance.pick(sale.anchors),
    ),
  );
  links.splice(chance.below(links.length), 0, ours(page, chance.pick([page.title, 'more', 'link'])));
  const made = publish(
    chance,
    {
      title: chance.pick([
        'Parish of St. Anne: Services',
        'Rowing Club Results',
        'Primary School Newsletter',
        'Institute of Geology: Staff',
        'Family Tree',
      ]),
      body: wrap(paragraphs(chance, subject)),
    },
    page.url,
  );
  const block = chance.pick(HIDES)(links.join(' '));
  return {
    ...made,
    protocol: 'pingback',
    html: chance.is(0.5)
      ? made.html.replace('</body>', `${block}</body>`)
      : made.html.replace('<body', `<!-- --><body`).replace(/(<body[^>]*>)/, `$1${block}`),
  };
}

const PRAISE = [
  'Great post! Thanks for sharing this useful information.',
  'Very informative article, keep up the good work. Visit my site:',
  'I really enjoyed reading your blog, bookmarked!',
  'Nice post admin. Feel free to visit my website',
  'Hello admin, this is a great article, I have bookmarked it.',
  'Excellent article, very helpful. Here is my web page',
];
function comments(chance: Chance): Made {
  const page = own(chance);
  const subject = SUBJECTS[chance.pick(Object.keys(SUBJECTS))] ?? [];
  const sales = [MEDICINES, GAMBLING, ESSAYS, BRANDS, LOANS];
  const rows = Array.from({ length: chance.between(5, 18) }, () => {
    const sale = chance.pick(sales);
    return `<li class="comment"><b class="fn">${link(`https://${chance.pick(sale.hosts)}/`, chance.is(0.6) ? chance.pick(sale.anchors) : person(chance).name, ' rel="nofollow"')}</b><div class="comment-content"><p>${chance.pick(PRAISE)} ${chance.is(0.5) ? link(`https://${chance.pick(sale.hosts)}/x`, chance.pick(sale.anchors)) : ''}</p></div></li>`;
  });
  rows.splice(
    chance.below(rows.length),
    0,
    `<li class="comment"><b class="fn">${link('https://seo.example/', 'Mike')}</b><div class="comment-content"><p>${chance.pick(PRAISE)} ${ours(page, chance.pick([page.url, page.title, 'my blog']))}</p></div></li>`,
  );
  const made = publish(
    chance,
    {
      title: chance.pick(['Welcome to our blog', 'Summer fair 2014', 'Test post', 'Photos']),
      body: wrap(paragraphs(chance, subject, 1, 2)),
    },
    page.url,
    'hugo',
  );
  return {
    ...made,
    protocol: 'pingback',
    html: made.html.replace(
      '</article>',
      `</article><section id="comments" class="comments-area"><ol class="comment-list">${rows.join('\n')}</ol></section>`,
    ),
  };
}

function malformed(chance: Chance, n: number): Made {
  const page = own(chance);
  const sources = [
    '',
    'viagra',
    'http://',
    '<a href="http://spam.example/">x</a>',
    'http://a b.example/',
    'javascript:alert(1)',
    'http://user:pw@spam.example/',
    'ftp://spam.example/x',
    '[url=http://spam.example/]cheap[/url]',
    'http://spam..example/',
    'http://-spam.example/',
    `https://spam.example/${'a'.repeat(3000)}`,
    'buy cheap pills http://spam.example',
    '{{source}}',
    'undefined',
    'http://192.168.1.1/admin',
  ];
  return {
    protocol: chance.pick(['pingback', 'trackback']),
    source: sources[n % sources.length] as string,
    target: chance.is(0.7) ? page.url : chance.pick(['https://other.example/x', 'target', '']),
    html: '',
  };
}

export const SPAM: readonly Family[] = [
  ['medicines', 24, (chance) => selling(chance, MEDICINES)],
  ['casinos', 24, (chance) => selling(chance, GAMBLING)],
  ['essay-mills', 18, (chance) => selling(chance, ESSAYS)],
  ['loans', 14, (chance) => selling(chance, LOANS)],
  ['brand-copies', 14, (chance) => selling(chance, BRANDS)],
  ['foreign-languages', 40, foreign],
  ['link-farms', 18, farm],
  ['scraper-copies', 30, copy],
  ['hacked-pages', 26, hacked],
  ['comment-spam', 18, comments],
  ['malformed-bulk', 16, malformed],
  ['parked-domains', 18, parked],
  ['machine-prose', 22, slop],
  ['redirectors', 18, redirector],
  ['sneaky', 18, sneaky],
  ['statistics-pages', 10, statistics],
  ['doorways', 14, doorway],
  ['autoblogs', 10, autoblog],
  ['profiles', 12, profile],
];
