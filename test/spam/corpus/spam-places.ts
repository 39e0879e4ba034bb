import type { Chance } from './chance.ts';
import { type Made, own, paragraphs, publish, wrap } from './making.ts';
import { ENGINES, esc, link, person, slug } from './page.ts';
import { SUBJECTS } from './prose.ts';
import { BRANDS, ESSAYS, GAMBLING, LOANS, MEDICINES } from './sales.ts';
import { at, ours } from './spam-made.ts';

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
export function parked(chance: Chance): Made {
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
export function slop(chance: Chance): Made {
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

export function redirector(chance: Chance): Made {
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
export function sneaky(chance: Chance): Made {
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

export function statistics(chance: Chance): Made {
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
export function doorway(chance: Chance): Made {
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

export function autoblog(chance: Chance): Made {
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
export function profile(chance: Chance): Made {
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
