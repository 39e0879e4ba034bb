import type { Chance } from './chance.ts';
import { led, type Made, own, paragraphs, publish, quoted, subjectOf, wrap } from './making.ts';
import { esc, link, person, slug } from './page.ts';
import { SUBJECTS } from './prose.ts';

export function quoting(chance: Chance): Made {
  const page = own(chance);
  const { sentences } = subjectOf(chance);
  const quote = chance
    .some(page.paragraphs, chance.between(1, 2))
    .map((text) => `<p>${esc(text)}</p>`)
    .join('');
  const body = `<p>${led(chance, page.url, esc(page.title))}</p><blockquote cite="${page.url}">${quote}</blockquote><p>${chance.some(sentences, chance.between(1, 4)).join(' ')} “${esc(quoted(chance))}” is how it ought to be said.</p>`;
  return publish(chance, { title: page.title, body }, page.url);
}

export function blogroll(chance: Chance): Made {
  const page = own(chance);
  const count = chance.between(25, 180);
  const at = chance.below(count);
  const rows = Array.from({ length: count }, (_, n) => {
    const who = person(chance);
    return n === at
      ? `<li>${link('https://alice.example/', 'Alice')}, who writes about ${link(page.url, 'kettles and birds')}</li>`
      : `<li>${link(`${who.origin}/`, who.name)}, ${chance.pick(['writes about bread', 'draws', 'lives in Ghent', 'mostly photographs', 'old computers', 'the best titles', 'birds and trains', 'a quiet voice'])}</li>`;
  });
  return publish(
    chance,
    {
      title: chance.pick(['Blogroll', 'People I read', 'Links', 'Friends']),
      body: `<p>People whose sites I read, newest last.</p><ul>${rows.join('\n')}</ul>`,
    },
    page.url,
  );
}

export function planet(chance: Chance): Made {
  const page = own(chance);
  const rows = Array.from({ length: chance.between(8, 20) }, (_, n) => {
    const who = person(chance);
    const { sentences, title } = subjectOf(chance);
    return n === 3
      ? `<div class="entry"><h3>${link(page.url, page.title)}</h3><p>${esc((page.paragraphs[0] ?? '').slice(0, 160))}…</p></div>`
      : `<div class="entry"><h3>${link(`${who.origin}/${slug(title)}`, title)}</h3><p>${chance.some(sentences, 3).join(' ')}</p></div>`;
  });
  return {
    protocol: 'pingback',
    source: `https://planet.${chance.pick(['smallweb', 'birders', 'repair', 'homelab', 'debianists'])}.example/page/${chance.between(1, 90)}`,
    target: page.url,
    html: `<html lang="en"><head><title>Planet</title></head><body><h1>Planet</h1>${rows.join('\n')}<div class="sidebar"><h2>Subscriptions</h2></div></body></html>`,
  };
}

export function wiki(chance: Chance): Made {
  const page = own(chance);
  const parts = paragraphs(chance, [...(SUBJECTS.science ?? []), ...(SUBJECTS.code ?? [])], 4, 9);
  const notes = Array.from(
    { length: chance.between(5, 60) },
    (_, n) => `<li id="cite_note-${n}">${link(`${person(chance).origin}/${n}`, `Source ${n}`)}, retrieved 2026</li>`,
  ).join('');
  return {
    protocol: 'pingback',
    source: `https://wiki.${chance.pick(['repair', 'birds', 'selfhosting', 'kitchen'])}.example/wiki/${slug(page.title)}`,
    target: page.url,
    html: `<!DOCTYPE html><html lang="en"><head><title>${page.title} - Wiki</title><meta name="generator" content="MediaWiki 1.41"></head><body class="mediawiki"><div id="mw-panel" class="nav"></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading">${page.title}</h1>${wrap(parts)}<h2>References</h2><ol class="references">${notes}<li>${link(page.url, page.title)}. Alice.</li></ol></div><div id="footer">Text is free.</div></body></html>`,
  };
}

export function aside(chance: Chance): Made {
  const page = own(chance);
  const { sentences, title } = subjectOf(chance);
  const made = publish(chance, { title, body: wrap(paragraphs(chance, sentences)) }, page.url, 'jekyll');
  const place = chance.pick([
    '<aside class="sidebar"><h3>Reading</h3>{}</aside>',
    '<footer class="site-footer">Member of {} <a href="/next">→</a></footer>',
    '<div class="comments"><div class="comment"><b>Ruth</b><p>This reminds me of {}, with the opposite result.</p></div></div>',
  ]);
  return { ...made, html: made.html.replace('</main>', `</main>${place.replace('{}', link(page.url, page.title))}`) };
}

export function shop(chance: Chance): Made {
  const page = own(chance);
  const body = wrap([
    `Version ${chance.between(1, 9)}.${chance.between(0, 30)} of our soldering station is out. ${led(chance, page.url, page.title)}`,
    ...paragraphs(chance, SUBJECTS.code ?? [], 2, 3),
    'Order now and we ship in March. Contact us for spare parts; the price has not changed since 2021.',
  ]);
  return publish(
    chance,
    { title: 'Release notes', body, site: 'Workshop & Sons' },
    page.url,
    chance.pick(['hugo', 'ghost', 'wordpress']),
  );
}

export function tutorial(chance: Chance): Made {
  const page = own(chance);
  const { sentences } = subjectOf(chance);
  const steps = [
    'Introduction',
    'What you need',
    'Step one',
    'Step two',
    'Frequently asked questions',
    'Conclusion',
  ].map((name) => `<h2>${name}</h2><p>${chance.some(sentences, 3).join(' ')}</p>`);
  const body = `${steps.join('\n')}<p>In conclusion, it is worth noting that ${link(page.url, 'Alice’s guide')} is shorter. Thanks for sharing it.</p><div style="display:none" class="modal"><p>Share this</p><a href="https://social.example/share">Share</a></div>`;
  return publish(chance, { title: 'A comprehensive guide for beginners', body }, page.url);
}

/** A page of references, whose links are all called the same. */
export function thread(chance: Chance): Made {
  const page = own(chance);
  const { sentences, title } = subjectOf(chance);
  const rows = Array.from({ length: chance.between(4, 16) }, (_, n) => {
    const who = person(chance);
    return `<li class="comment"><b>${link(`${who.origin}/`, who.name, ' rel="nofollow ugc"')}</b><div class="comment-content"><p>${chance.pick(['Great post, thanks.', 'Thanks for sharing!', '', '', ''])} ${chance.some(sentences, chance.between(1, 2)).join(' ')} ${n === 2 ? `I wrote about it as well, and so did Alice: ${link(page.url, page.title)}` : ''}</p></div></li>`;
  });
  const made = publish(chance, { title, body: wrap(paragraphs(chance, sentences)) }, page.url, 'hugo');
  return {
    ...made,
    html: made.html.replace(
      '</article>',
      `</article><section id="comments"><ol class="comment-list">${rows.join('')}</ol></section>`,
    ),
  };
}

export function webring(chance: Chance): Made {
  const page = own(chance);
  const { sentences } = subjectOf(chance);
  const body = `<p>${chance.some(sentences, 2).join(' ')}</p><p>Submit your site to our web directory of personal pages: no ads, no SEO, no tracking.</p>${Array.from(
    { length: chance.between(10, 70) },
    () => {
      const who = person(chance);
      return `<div class="card"><h3>${link(`${who.origin}/`, who.host)}</h3><p>${chance.pick(sentences)}</p></div>`;
    },
  ).join(
    '',
  )}<div class="card"><h3>${link(page.url, 'alice.example')}</h3><p>Kettles, birds and a small server.</p></div>`;
  return publish(chance, { title: 'A ring of small sites', body }, page.url);
}

export function archive(chance: Chance): Made {
  const page = own(chance);
  const { sentences } = subjectOf(chance);
  const rows = Array.from(
    { length: chance.between(30, 90) },
    (_, n) =>
      `<li>2026-0${chance.between(1, 6)}-${chance.between(10, 28)} <b>${chance.pick(sentences).slice(0, 60)}</b> ${link(`${person(chance).origin}/talk${n}.pdf`, 'PDF')} ${link(`${person(chance).origin}/v/${n}`, 'video')}</li>`,
  );
  return publish(
    chance,
    { title: 'Meeting archive', body: `<ul>${rows.join('')}<li>${link(page.url, 'notes')} by Alice</li></ul>` },
    page.url,
  );
}

export function homepage(chance: Chance): Made {
  const page = own(chance);
  const who = person(chance);
  return {
    protocol: 'webmention',
    source: `${who.origin}/`,
    target: page.url,
    html: `<!doctype html><html lang="en"><head><title>${who.name}</title><link rel="me" href="https://social.example/@${who.host}"></head><body class="h-card"><h1 class="p-name">${who.name}</h1><p>I live by the sea. Lately: ${link(page.url, 'this')}.</p><ul>${['Mastodon', 'Codeberg', 'Last.fm', 'Letterboxd'].map((name) => `<li>${link(`https://${name.toLowerCase()}.example/me`, name, ' rel="me"')}</li>`).join('')}</ul></body></html>`,
  };
}
