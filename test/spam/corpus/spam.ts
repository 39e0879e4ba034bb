import type { Chance } from './chance.ts';
import { type Family, paragraphs, publish, wrap } from './honest.ts';
import { OWN_PAGES, type OwnPage } from './own-pages.ts';
import { ENGINES, esc, type Item, link, person, slug } from './page.ts';
import { SUBJECTS } from './prose.ts';
import { BRANDS, ESSAYS, FOREIGN, GAMBLING, LOANS, MEDICINES, type Sale } from './sales.ts';

type Made = Omit<Item, 'id' | 'family' | 'label'>;
const own = (chance: Chance) => chance.pick(OWN_PAGES);
const ours = (page: OwnPage, text = page.title) => link(page.url, esc(text));

/** A page at a host of its own. */
function at(chance: Chance, made: Made, host: string, path?: string): Made {
  return {
    ...made,
    protocol: chance.pick(['pingback', 'pingback', 'trackback', 'webmention']),
    source: `https://${host}${path ?? new URL(made.source).pathname}`,
  };
}

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

const PARKED: readonly (readonly [string, string])[] = [
  ['{} is for sale', 'This domain may be for sale. Buy this domain or make an offer on this domain today.'],
  ['{}', 'This domain is parked free. Related searches: Credit cards, Flights, Hosting. Sponsored listings.'],
  ['{} - Domain steht zum Verkauf', 'Diese Domain steht zum Verkauf. Jetzt Angebot abgeben und diese Domain kaufen.'],
  ['{}', 'The domain has expired. Renew your domain now or inquire about this domain.'],
  ['{} est à vendre', 'Ce nom de domaine est à vendre. Contactez le propriétaire pour acheter ce domaine.'],
  ['Dominio en venta: {}', 'Este dominio está en venta. Haga su oferta para comprar este dominio.'],
  ['Домен продается', 'Этот домен продается. Купить домен можно прямо сейчас.'],
  ['域名出售', '此域名出售，欢迎联系。'],
];
function parked(chance: Chance): Made {
  const page = own(chance);
  const host = `${chance.pick(['old', 'my', 'the', 'best'])}${chance.pick(['garden', 'books', 'travel', 'cats'])}${chance.below(999)}.${chance.pick(['com', 'net', 'org', 'info'])}`;
  const [title, text] = chance.pick(PARKED);
  const links = chance
    .some(['Cheap Flights', 'Credit Cards', 'Web Hosting', 'Home Loans', 'Dating', 'Insurance', 'Online Degrees'], 5)
    .map((word) => link(`https://ads.example/?q=${slug(word)}`, word));
  return {
    protocol: 'pingback',
    source: `https://${host}/${chance.pick(['', '2012/05/post.html', 'blog/'])}`,
    target: page.url,
    html: `<html><head><title>${title.replace('{}', host)}</title></head><body><h1>${host}</h1><p>${text}</p><ul><li>${links.join('</li><li>')}</li></ul><p>${ours(page, 'Privacy')}</p></body></html>`,
  };
}

const SLOP_TOPICS = [
  'Home Appliances',
  'Bird Watching',
  'Personal Servers',
  'Kettle Repair',
  'Sustainable Living',
  'Remote Work',
  'Pet Nutrition',
  'Digital Marketing',
  'Mindful Gardening',
];
const SLOP = [
  'In today’s fast-paced world, {} has become more important than ever.',
  'Whether you’re a seasoned professional or just starting out, understanding {} plays a crucial role in success.',
  'In this comprehensive guide, we will delve into everything you need to know about {}.',
  'Let’s dive in and unlock the full potential of {}.',
  'It is important to note that {} is not merely a trend but a testament to human innovation.',
  'By harnessing the power of {}, you can elevate your experience to the next level.',
  'Navigating the ever-evolving landscape of {} can be a daunting task.',
  'From seamless integration to robust solutions, the benefits of {} are a game-changer.',
  'Moreover, {} fosters a sense of community and empowers individuals to thrive.',
  'Furthermore, experts agree that {} offers a myriad of advantages.',
  'In conclusion, {} is a treasure trove of possibilities that should not be overlooked.',
  'Embark on a journey of discovery and stay ahead of the curve with {}.',
  'Additionally, {} streamlines the process and provides valuable insights.',
  'At the end of the day, the world of {} is a rich tapestry of opportunities.',
];
function slop(chance: Chance): Made {
  const page = own(chance);
  const topic = chance.pick(SLOP_TOPICS);
  const say = () => chance.some(SLOP, chance.between(2, 3)).join(' ').replaceAll('{}', topic.toLowerCase());
  const heads = chance.some(
    [
      'Understanding the Basics',
      'Key Benefits',
      'Common Challenges',
      'Best Practices',
      'Expert Tips',
      `The Future of ${topic}`,
    ],
    4,
  );
  const sections = heads.map((head) => `<h2>${head}</h2><p>${say()}</p>`);
  const money = chance.is(0.5)
    ? `<p>For more, check out this ${link(`https://${chance.pick(GAMBLING.hosts)}/`, chance.pick(['trusted platform', 'best online casino', 'top provider']))}.</p>`
    : '';
  const body = `<h2>Introduction</h2><p>${say()} ${say()}</p>${sections.join('\n')}<p>According to ${ours(page)}, ${topic.toLowerCase()} matters.</p>${money}<h2>Frequently Asked Questions</h2><p>${say()}</p><h2>Conclusion</h2><p>${say()}</p>`;
  const made = publish(
    chance,
    {
      title: chance.pick([
        `The Ultimate Guide to ${topic}`,
        `Top 10 Benefits of ${topic} in 2026`,
        `${topic}: Everything You Need to Know`,
        `Unlocking the Secrets of ${topic}`,
      ]),
      body,
      author: chance.pick(['admin', 'Editorial Team', 'Sarah Johnson']),
    },
    page.url,
    chance.pick(['wordpress', 'ghost', 'hugo']),
  );
  return at(
    chance,
    made,
    `${slug(topic)}-${chance.pick(['insights', 'hub', 'mastery', 'daily', 'pro'])}.${chance.pick(['com', 'blog', 'online', 'xyz', 'site'])}`,
  );
}

function redirector(chance: Chance): Made {
  const page = own(chance);
  const host = `${chance.pick(['go', 'out', 'link', 'jump', 'click'])}.${chance.pick(['portal', 'board', 'traffic', 'cat'])}${chance.below(99)}.${chance.pick(['com', 'ru', 'top', 'jp'])}`;
  const source = chance.pick([
    `https://${host}/?url=${encodeURIComponent(page.url)}`,
    `https://${host}/redirect.php?to=${encodeURIComponent(page.url)}`,
    `https://${host}/r/${chance.below(9999)}`,
    `https://${host}/away/${page.url}`,
  ]);
  const text = chance.pick([
    'You are leaving our site. Click here if you are not redirected automatically:',
    'Redirecting to',
    'Вы покидаете сайт. Переход по ссылке:',
    'Sie verlassen unsere Seite. Weiterleitung zu',
    '正在跳转',
    'External link warning! Continue to site:',
    'Please wait while you are being redirected',
  ]);
  const kind = chance.below(3);
  const head =
    kind === 0
      ? `<meta http-equiv="refresh" content="${chance.below(5)};url=${esc(page.url)}">`
      : kind === 1
        ? `<script>window.location.href="${page.url}";</script>`
        : '';
  return {
    protocol: 'pingback',
    source,
    target: page.url,
    ...(chance.is(0.15) && { finalUrl: page.url }),
    html: `<html><head><title>${chance.pick(['Redirect', 'Please wait', host])}</title>${head}</head><body><p>${text} ${ours(page, page.url)}</p></body></html>`,
  };
}

/** An ordinary text, with one or two links that somebody paid for. */
function sneaky(chance: Chance): Made {
  const page = own(chance);
  const { sentences } = { sentences: SUBJECTS[chance.pick(Object.keys(SUBJECTS))] ?? [] };
  const sale = chance.pick([MEDICINES, GAMBLING, ESSAYS, LOANS]);
  const parts = paragraphs(chance, sentences, 3, 4);
  const count = chance.between(2, 3);
  const anchors = chance.some(sale.anchors, count);
  anchors.forEach((anchor, n) => {
    parts[n % parts.length] +=
      ` Many people also choose ${link(`https://${chance.pick(sale.hosts)}/`, anchor)} when they need it.`;
  });
  parts.push(
    `As seen on ${ours(page)}. ${chance.pick(['This is a sponsored post. Write for us: we accept guest posts with dofollow links.', 'Contact us for guest post opportunities.', ''])}`,
  );
  return at(
    chance,
    publish(
      chance,
      {
        title: chance.pick([
          'Five ideas for a rainy weekend',
          'How to relax after work',
          'Living better for less',
          'Tips for a happy home',
        ]),
        body: wrap(parts),
        author: 'admin',
      },
      page.url,
      chance.pick(['wordpress', 'ghost']),
    ),
    `${chance.pick(['lifestyle', 'daily', 'happy', 'modern'])}${chance.pick(['tips', 'living', 'world', 'magazine'])}.${chance.pick(['com', 'net', 'site', 'info'])}`,
  );
}

function statistics(chance: Chance): Made {
  const page = own(chance);
  const host = `${chance.pick(['site', 'web', 'rank', 'whois', 'domain'])}${chance.pick(['stats', 'value', 'checker', 'info', 'worth'])}${chance.below(90)}.${chance.pick(['com', 'net', 'top', 'org'])}`;
  const others = Array.from(
    { length: 12 },
    () => `<a href="/domain/${person(chance).host}">${person(chance).host}</a>`,
  );
  return {
    protocol: 'pingback',
    source: `https://${host}/${chance.pick(['domain', 'www', 'site', 'report'])}/alice.example`,
    target: page.url,
    html: `<html lang="en"><head><title>alice.example - website worth, Alexa rank and traffic report</title><meta name="keywords" content="${'alice.example, whois, rank, traffic, seo, '.repeat(8)}"></head><body><h1>alice.example</h1><table><tr><td>Alexa rank</td><td>${chance.below(9e6)}</td></tr><tr><td>Estimated worth</td><td>$${chance.below(9000)}</td></tr><tr><td>Domain authority</td><td>${chance.below(60)}</td></tr><tr><td>Backlinks</td><td>${chance.below(9000)}</td></tr></table><p>WHOIS record, SEO report and website traffic of alice.example. Visit ${ours(page, page.url)}</p><p>${others.join(' ')}</p></body></html>`,
  };
}

const TRADES = [
  ['plumber', 'Austin'],
  ['locksmith', 'Leeds'],
  ['roofing contractor', 'Tampa'],
  ['carpet cleaning', 'Perth'],
  ['packers and movers', 'Pune'],
  ['Schlüsseldienst', 'Köln'],
  ['serrurier', 'Lyon'],
];
function doorway(chance: Chance): Made {
  const page = own(chance);
  const [trade, town] = chance.pick(TRADES) as [string, string];
  const phrase = `${trade} ${town}`;
  const say = () =>
    chance.pick([
      `Looking for the best ${phrase}?`,
      `Our ${phrase} is affordable and available 24/7.`,
      `Call now for a free quote from your ${phrase}.`,
      `The top rated ${phrase} near you.`,
      `Every ${phrase} of our company is licensed and insured.`,
      `Trust the ${phrase} experts with satisfaction guaranteed.`,
    ]);
  const parts = Array.from({ length: 5 }, () => Array.from({ length: chance.between(3, 5) }, say).join(' '));
  parts[3] += ` ${ours(page)}`;
  const made = publish(
    chance,
    { title: `${phrase} | Best ${phrase} | ${phrase} near me`, body: wrap(parts), author: 'admin' },
    page.url,
    chance.pick(['wordpress', 'hugo']),
  );
  return at(
    chance,
    made,
    `${slug(phrase).replaceAll('%C3%BC', 'ue').replaceAll('%C3%B6', 'oe')}-${chance.below(99)}.${chance.pick(['com', 'info', 'net'])}`,
  );
}

function autoblog(chance: Chance): Made {
  const page = own(chance);
  const rows = Array.from({ length: chance.between(10, 25) }, (_, n) => {
    const who = person(chance);
    const text = chance.some(SUBJECTS[chance.pick(Object.keys(SUBJECTS))] ?? [], 1).join(' ');
    const to = n === 4 ? page.url : `${who.origin}/${chance.below(999)}`;
    const excerpt = n === 4 ? (page.paragraphs[0] ?? '').slice(0, 220) : text;
    return `<div class="item"><h3>${esc(n === 4 ? page.title : text.slice(0, 40))}</h3><p>${esc(excerpt)} [...] ${link(to, 'Read more')}</p></div>`;
  });
  const sale = chance.pick([GAMBLING, MEDICINES, LOANS]);
  const ads = chance
    .some(sale.anchors, 3)
    .map((anchor) => link(`https://${chance.pick(sale.hosts)}/`, anchor))
    .join(' ');
  const html = (ENGINES.plain as (typeof ENGINES)[string])(
    {
      title: 'Latest news and posts',
      lang: 'en',
      author: 'bot',
      site: 'x',
      origin: 'https://x.example',
      date: '2026-01-01T00:00:00Z',
      body: `${rows.join('\n')}<div class="sidebar">${ads}</div>`,
    },
    chance,
  );
  return {
    protocol: 'pingback',
    source: `https://${chance.pick(['all', 'get', 'hot'])}${chance.pick(['posts', 'feeds', 'news'])}${chance.below(999)}.${chance.pick(['info', 'top', 'com'])}/page/${chance.below(90)}`,
    target: page.url,
    html,
  };
}

const PROFILES = ['Member since 2026', 'Joined yesterday', 'Posts: 0', 'Last seen: just now'];
function profile(chance: Chance): Made {
  const page = own(chance);
  const sale = chance.pick([MEDICINES, GAMBLING, ESSAYS, LOANS, BRANDS]);
  const name = `${chance.pick(sale.anchors).replaceAll(' ', '')}${chance.below(999)}`;
  return {
    protocol: 'pingback',
    source: `https://forum.${person(chance).host}/member.php?u=${chance.below(99_999)}`,
    target: page.url,
    html: `<html><head><title>${name} - Profile</title></head><body><div class="profile"><h1>${name}</h1><p>${chance.pick(PROFILES)}</p><h2>Biography</h2><p>${chance.some(sale.sentences, 2).join(' ')}</p><h2>Signature</h2><div class="signature">${chance
      .some(sale.anchors, 2)
      .map((anchor) => link(`https://${chance.pick(sale.hosts)}/`, anchor))
      .join(' | ')} | ${ours(page, 'home page')}</div></div></body></html>`,
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
