import type { Chance } from './chance.ts';
import {
  archive,
  aside,
  blogroll,
  homepage,
  planet,
  quoting,
  shop,
  thread,
  tutorial,
  webring,
  wiki,
} from './honest-places.ts';
import { type Family, led, type Made, own, paragraphs, publish, subjectOf, wrap } from './making.ts';
import { dateOf, esc, link, person, slug } from './page.ts';
import { SUBJECTS } from './prose.ts';
import { TONGUES } from './tongues.ts';

function blog(chance: Chance): Made {
  const page = own(chance);
  const { sentences, title } = subjectOf(chance);
  const parts = paragraphs(chance, sentences);
  parts[chance.below(parts.length)] +=
    ` ${led(chance, page.url, chance.pick([page.title, 'this post', 'Alice’s post', esc(page.title.toLowerCase()), 'her notes']))}`;
  if (chance.is(0.5))
    parts.push(
      `See also ${link('https://en.wikipedia.org/wiki/Patience', 'the encyclopedia')} and ${link(person(chance).origin, 'my friend')}.`,
    );
  return publish(chance, { title, body: wrap(parts) }, page.url);
}

function world(chance: Chance): Made {
  const page = own(chance);
  const tongue = chance.pick(TONGUES);
  const parts = paragraphs(chance, tongue.sentences, 2, 5);
  parts[chance.below(parts.length)] +=
    ` ${chance.pick(tongue.leads).replace('{}', link(page.url, chance.pick(tongue.anchors)))}`;
  return publish(chance, { title: chance.pick(tongue.titles), body: wrap(parts), lang: tongue.tag }, page.url);
}

function roundup(chance: Chance): Made {
  const page = own(chance);
  const count = chance.between(12, 55);
  const at = chance.below(count);
  const lines = Array.from({ length: count }, (_, n) => {
    const { sentences, title } = subjectOf(chance);
    const href = n === at ? page.url : `${person(chance).origin}/${slug(title)}`;
    return `<li>${link(href, n === at ? esc(page.title) : title)}: ${chance.some(sentences, chance.between(1, 2)).join(' ')}</li>`;
  });
  return publish(
    chance,
    {
      title: `Weekly links ${chance.between(1, 400)}`,
      body: `<p>What I read this week, in no order.</p><ul>${lines.join('\n')}</ul>`,
    },
    page.url,
  );
}

const REPLIES = [
  'Yes! Mine broke in the very same place.',
  'I am not sure about this. Did you try it without the lid?',
  'Lovely.',
  'Congratulations, and say hello to the cat.',
  '👍',
  'Same here, in 2019, with the older model.',
  'The surveyor deserves a statue.',
  'Seven watts! Mine takes forty and heats the cellar.',
  'Und bei uns waren es dreißig weniger.',
  'Merci, je ne savais pas.',
  '同感です。',
];
function reply(chance: Chance): Made {
  const page = own(chance);
  const who = person(chance);
  const date = dateOf(chance);
  const text = chance.pick(REPLIES);
  const hidden = chance.is(0.3) ? ' hidden' : '';
  return {
    protocol: 'webmention',
    source: `${who.origin}/replies/${date.slice(0, 10)}`,
    target: page.url,
    html: `<!doctype html><html lang="en"><head><title>${esc(chance.is(0.5) ? text : `Reply to ${page.url}`)}</title></head><body><article class="h-entry"><a class="u-in-reply-to"${hidden} href="${page.url}">${hidden ? '' : `In reply to ${esc(page.title)}`}</a><p class="p-name e-content">${text}</p><a class="p-author h-card" href="${who.origin}/">${who.name}</a> <time class="dt-published" datetime="${date}">then</time>${chance.is(0.4) ? '<a href="https://brid.gy/publish/mastodon"></a>' : ''}</article></body></html>`,
  };
}

function like(chance: Chance): Made {
  const page = own(chance);
  const who = person(chance);
  const kind = chance.pick(['like', 'repost', 'bookmark']);
  const text = chance.pick(['♥', 'liked', page.url, page.title, `Liked: ${page.title}`]);
  return {
    protocol: 'webmention',
    source: `${who.origin}/${kind}s/${chance.between(100, 99_999)}`,
    target: page.url,
    html: `<html><head><meta charset="utf-8">${chance.is(0.6) ? `<title>${who.name} ${kind}s</title>` : ''}</head><body><div class="h-entry"><a class="u-${kind}-of" href="${page.url}">${esc(text)}</a> by <a class="p-author h-card" href="${who.origin}/">${who.name}</a></div></body></html>`,
  };
}

function forum(chance: Chance): Made {
  const page = own(chance);
  const { sentences, title } = subjectOf(chance);
  const host = chance.pick([
    'forum.cyclists.example',
    'community.makers.example',
    'talk.birding.org',
    'discourse.smallweb.example',
    'forum.repaircafe.nl',
    'board.homelab.example',
  ]);
  const posts = Array.from({ length: chance.between(3, 9) }, () => ({
    who: person(chance),
    text: chance.some(sentences, chance.between(1, 3)).join(' '),
  }));
  const at = chance.below(posts.length);
  const rows = posts.map(
    ({ who, text }, n) =>
      `<div class="post" id="p${n}"><div class="postbody"><p class="author">by <strong>${who.name}</strong></p><div class="content">${text} ${n === at ? led(chance, page.url, page.url) : ''}</div>${chance.is(0.4) ? `<div class="signature">${link(who.origin, 'my blog')}</div>` : ''}</div></div>`,
  );
  return {
    protocol: 'pingback',
    source: `https://${host}/viewtopic.php?f=${chance.between(1, 40)}&t=${chance.between(100, 90_000)}`,
    target: page.url,
    html: `<!DOCTYPE html><html lang="en"><head><title>${title} - View topic</title></head><body id="phpbb" class="section-viewtopic"><div id="page-header"><ul class="nav"><li><a href="/index.php">Board index</a></li></ul></div><h2 class="topic-title">${title}</h2>${rows.join('\n')}<div id="page-footer" class="footer">Powered by <a href="https://www.phpbb.com/">phpBB</a></div></body></html>`,
  };
}

function news(chance: Chance): Made {
  const page = own(chance);
  const parts = paragraphs(chance, [...(SUBJECTS.town ?? []), ...(SUBJECTS.science ?? [])], 5, 10);
  parts[2] += ` ${led(chance, page.url, 'a local blog')}`;
  const more = Array.from(
    { length: 30 },
    (_, n) => `<li><a href="/news/${n}">${chance.pick(SUBJECTS.town ?? [])}</a></li>`,
  ).join('');
  return {
    protocol: 'pingback',
    source: `https://www.${chance.pick(['valley-courier.example', 'harbour-times.co.uk', 'stadtanzeiger.example', 'northern-echo.example'])}/news/${chance.between(1000, 99_999)}-${slug(page.title)}`,
    target: page.url,
    html: `<!DOCTYPE html><html lang="en"><head><title>${chance.pick(SUBJECTS.town ?? [])}</title><meta name="keywords" content="news, town, council, market, weather"><meta http-equiv="refresh" content="900"></head><body><header class="site-header"><nav class="main-nav">${more}</nav></header><div class="ad-slot" style="display:none">Advertisement</div><article><h1>Swifts, kettles and a tram shed</h1>${wrap(parts)}</article><aside class="sidebar"><h3>Most read</h3><ul>${more}</ul></aside><div class="newsletter" style="display:none"><p>Sign up now for our newsletter</p></div><footer class="footer"><a href="/contact">Contact us</a></footer></body></html>`,
  };
}

/** People who write about what spam is about. */
const DELICATE = [
  [
    'Why the council refused the casino',
    'The casino would have paid for the new roof of the swimming hall, and that is how it was sold to us.',
    'My uncle lost his bakery to roulette, so I am no neutral reader of gambling statistics.',
    'The operator says that most visitors bet less than twenty euros in an evening.',
    'Nobody at the meeting asked who the other visitors are.',
  ],
  [
    'A short history of Viagra',
    'The substance was meant for the heart, and the volunteers did not want to give the pills back.',
    'Sildenafil is out of patent, and the price has fallen to that of a good sandwich.',
    'My pharmacist says that people still whisper.',
    'The trial nurses noticed it first, as nurses do.',
  ],
  [
    'My server was hacked and sold handbags',
    'For nine days my blog offered replica handbags to everyone who came from a search engine, and to nobody else.',
    'I found the links in the footer, hidden with a style sheet, eleven of them.',
    'The hole was a plugin that I had switched off but not deleted.',
    'Search engines forgave me after five weeks.',
  ],
  [
    'What I learned from a year of SEO',
    'Our agency sold backlinks, and I wrote the guest posts.',
    'I am not proud of it, but I know now how ranking really works: somebody writes something useful.',
    'Most of the traffic was robots of our competitors.',
    'Then the update came and it was over in a weekend.',
  ],
  [
    'Grading essays in the age of machines',
    'I have read two hundred student essays this term, and in most of them somebody delves into something.',
    'The writing center offers homework help on Tuesdays, for free, and nobody comes.',
    'An essay is an attempt, says the word, and an attempt may fail.',
    'I now ask them to read aloud.',
  ],
  [
    'Bitcoin and my brother-in-law',
    'He explained the blockchain to me at a christening, over potato salad.',
    'I asked what happens when the power fails, and he said that then we have other problems.',
    'The wallet is on a stick in a drawer, and the drawer is in a house that was sold.',
    'Crypto is the only hobby that he never talks about any more.',
  ],
  [
    'Payday loans and a small town',
    'There are four lenders on a high street that has one baker.',
    'A loan of two hundred costs two hundred and sixty by the end of the month.',
    'The credit union opens twice a week and knows everybody by name.',
    'Debt is quiet, says the counsellor, until it is not.',
  ],
  [
    'Living with insomnia',
    'I took zolpidem for a month and do not remember most of it.',
    'The doctor says that pills are a bridge and not a house.',
    'What helped was a boring book and a cold room.',
    'The dosage was halved twice before I could stop.',
  ],
] as const;
function delicate(chance: Chance, n: number): Made {
  const page = own(chance);
  const [title, ...sentences] = DELICATE[n % DELICATE.length] as (typeof DELICATE)[number];
  const parts = [...paragraphs(chance, sentences, 2, 3), ...paragraphs(chance, subjectOf(chance).sentences, 1, 3)];
  parts[0] += ` ${led(chance, page.url, 'this post')}`;
  if (chance.is(0.5))
    parts.push(
      `More in ${link('https://en.wikipedia.org/wiki/Gambling', 'the encyclopedia')} and in ${link('https://www.nature.example/articles/s4158', 'the study itself')}.`,
    );
  return publish(chance, { title, body: wrap(parts) }, page.url);
}

export const HONEST: readonly Family[] = [
  ['english-blogs', 40, blog],
  ['blogs-of-the-world', 52, world],
  ['link-roundups', 20, roundup],
  ['short-replies', 24, reply],
  ['likes-and-reposts', 20, like],
  ['forum-pages', 18, forum],
  ['news-sites', 12, news],
  ['delicate-subjects', 24, delicate],
  ['quoting-at-length', 18, quoting],
  ['blogrolls', 14, blogroll],
  ['planets', 8, planet],
  ['wikis', 10, wiki],
  ['sides-and-feet', 12, aside],
  ['small-businesses', 10, shop],
  ['comment-threads', 14, thread],
  ['web-rings', 8, webring],
  ['meeting-archives', 8, archive],
  ['home-pages', 8, homepage],
  ['tutorials', 10, tutorial],
];
