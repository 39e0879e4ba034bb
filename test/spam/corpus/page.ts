import type { Chance } from './chance.ts';

export interface Item {
  readonly id: string;
  readonly family: string;
  readonly label: 'honest' | 'spam';
  readonly protocol: 'pingback' | 'webmention' | 'trackback';
  /** As the sender gives them. */
  readonly source: string;
  readonly target: string;
  /** Where the source leads, when that is elsewhere. */
  readonly finalUrl?: string;
  /** What the source answers. `''` where nothing is ever fetched. */
  readonly html: string;
}

export function esc(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export const link = (href: string, text: string, more = '') => `<a${more} href="${esc(href)}">${text}</a>`;

export interface Post {
  readonly title: string;
  readonly lang: string;
  readonly author: string;
  readonly site: string;
  readonly origin: string;
  /** HTML of the content. */
  readonly body: string;
  readonly date: string;
}

type Engine = (post: Post, chance: Chance) => string;

const nav = (chance: Chance) =>
  chance
    .some(['About', 'Archive', 'Now', 'Contact', 'Tags', 'Photos', 'Feed', 'Projects'], chance.between(2, 6))
    .map((name) => link(`/${name.toLowerCase()}`, name))
    .join(' ');

/** Programs that people write with, as their pages look from outside. */
export const ENGINES: Readonly<Record<string, Engine>> = {
  wordpress: ({ title, lang, author, site, body, date }, chance) => `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="UTF-8"><title>${esc(title)} &#8211; ${esc(site)}</title><meta name="generator" content="WordPress 6.${chance.between(0, 8)}"><link rel="pingback" href="/xmlrpc.php">
<style>.screen-reader-text{clip:rect(1px,1px,1px,1px);position:absolute}</style></head>
<body class="post-template-default single single-post has-sidebar comments-open"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><h1 class="site-title"><a href="/">${esc(site)}</a></h1><nav id="site-navigation" class="main-navigation">${nav(chance)}</nav></header>
<main id="main" class="site-main"><article id="post-${chance.between(10, 9999)}" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${esc(title)}</h1><time class="entry-date published" datetime="${date}">${date.slice(0, 10)}</time> <span class="author vcard"><a class="url fn n" href="/author/me">${esc(author)}</a></span></header><div class="entry-content">${body}</div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/category/notes">Notes</a></span></footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">${chance.between(1, 3)} thoughts</h2><ol class="comment-list"><li class="comment"><article class="comment-body"><b class="fn"><a href="https://ruth-${chance.between(1, 99)}.example/" rel="external nofollow ugc">Ruth</a></b><div class="comment-content"><p>I had the same trouble in the spring, and it was the cable.</p></div></article></li></ol></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2><ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul></section></aside>
<footer id="colophon" class="site-footer">Proudly powered by <a href="https://wordpress.org/">WordPress</a></footer></body></html>`,
  hugo: (
    { title, lang, author, site, body, date },
    chance,
  ) => `<!doctype html><html lang=${lang}><head><meta charset=utf-8><meta name=generator content="Hugo 0.1${chance.between(10, 50)}.0"><title>${esc(title)} | ${esc(site)}</title><meta property="og:title" content="${esc(title)}"><meta property="article:published_time" content="${date}"></head>
<body><header class=header><nav class=nav>${nav(chance)}</nav></header><main class=main><article class=post-single><h1 class=post-title>${esc(title)}</h1><div class=post-meta>${date.slice(0, 10)} · ${esc(author)}</div><div class=post-content>${body}</div></article></main><footer class=footer>© ${esc(site)}</footer></body></html>`,
  indieweb: ({
    title,
    lang,
    author,
    site,
    origin,
    body,
    date,
  }) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(title)}</title><link rel="webmention" href="/webmention"></head><body>
<div class="h-entry"><h1 class="p-name">${esc(title)}</h1><p class="p-author h-card"><img class="u-photo" src="/me.jpg" alt=""><a class="u-url p-name" href="${origin}/">${esc(author)}</a></p><time class="dt-published" datetime="${date}">${date.slice(0, 10)}</time><div class="e-content">${body}</div><a class="u-url" href="">#</a> <a class="u-syndication" hidden href="https://social.example/@me/${date.slice(5, 7)}">also here</a></div><footer>${esc(site)}</footer></body></html>`,
  ghost: ({ title, lang, author, site, body, date }, chance) =>
    `<!DOCTYPE html><html lang="${lang}"><head><title>${esc(title)}</title><meta name="generator" content="Ghost 5.${chance.between(1, 80)}"><meta property="og:title" content="${esc(title)}"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":${JSON.stringify(title)},"author":{"@type":"Person","name":${JSON.stringify(author)}},"datePublished":"${date}"}</script></head><body class="post-template"><div class="viewport"><header id="gh-head" class="gh-head"><a class="gh-head-logo" href="/">${esc(site)}</a></header><main id="site-main" class="site-main"><article class="article post"><header class="article-header"><h1 class="article-title">${esc(title)}</h1></header><section class="gh-content">${body}</section></article></main><footer class="site-footer outer">Published with <a href="https://ghost.org/">Ghost</a></footer></div></body></html>`,
  plain: ({ title, body, author }) =>
    `<html><head><title>${esc(title)}</title></head><body bgcolor="#ffffff" text="#000000"><h2>${esc(title)}</h2>${body}<hr><address>${esc(author)}</address></body></html>`,
  blogger: ({ title, lang, author, site, body, date }) =>
    `<!DOCTYPE html><html dir='ltr' lang='${lang}'><head><meta content='blogger' name='generator'/><title>${esc(site)}: ${esc(title)}</title></head><body class='item-view'><div class='main-outer'><div class='date-outer'><h2 class='date-header'>${date.slice(0, 10)}</h2><div class='post hentry'><h3 class='post-title entry-title'>${esc(title)}</h3><div class='post-body entry-content'>${body}</div><div class='post-footer'>Posted by ${esc(author)}</div></div></div></div><div class='sidebar section' id='sidebar-right-1'><div class='widget BlogArchive'><h2>Archive</h2><a href='/2025'>2025</a> <a href='/2024'>2024</a></div></div></body></html>`,
  jekyll: ({ title, lang, author, site, body, date }) =>
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(title)} | ${esc(site)}</title><meta name="generator" content="Jekyll v4.3.2" /><meta name="author" content="${esc(author)}" /><meta property="article:published_time" content="${date}" /></head><body><header class="site-header" role="banner"><a class="site-title" rel="author" href="/">${esc(site)}</a></header><main class="page-content" aria-label="Content"><article class="post h-entry" itemscope><header class="post-header"><h1 class="post-title p-name">${esc(title)}</h1><p class="post-meta"><time class="dt-published" datetime="${date}">${date.slice(0, 10)}</time></p></header><div class="post-content e-content">${body}</div></article></main><footer class="site-footer h-card">${esc(author)}</footer></body></html>`,
};

const FIRST = [
  'anna',
  'ben',
  'carla',
  'dmitri',
  'eun',
  'farid',
  'greta',
  'hiro',
  'ines',
  'jonas',
  'kaja',
  'luis',
  'mei',
  'nadia',
  'olof',
  'paula',
  'quentin',
  'rosa',
  'sven',
  'tomas',
  'ulla',
  'vera',
  'wim',
  'yuki',
  'zofia',
];
const LAST = [
  'berg',
  'costa',
  'dahl',
  'egger',
  'fischer',
  'garcia',
  'hansen',
  'ito',
  'jansen',
  'kim',
  'lindt',
  'moreau',
  'novak',
  'okafor',
  'petrov',
  'rossi',
  'silva',
  'tanaka',
  'urban',
  'weber',
];
const ENDINGS = [
  'example',
  'net',
  'org',
  'com',
  'dev',
  'me',
  'blog',
  'de',
  'fr',
  'nl',
  'se',
  'eu',
  'info',
  'io',
  'xyz',
  'site',
  'co.uk',
];
const SHARED = [
  'blogspot.com',
  'wordpress.com',
  'github.io',
  'neocities.org',
  'bearblog.dev',
  'micro.blog',
  'tumblr.com',
  'netlify.app',
];

/** Somebody with a site. */
export function person(chance: Chance) {
  const [first, last] = [chance.pick(FIRST), chance.pick(LAST)];
  const name = `${first[0]?.toUpperCase()}${first.slice(1)} ${last[0]?.toUpperCase()}${last.slice(1)}`;
  const handle = chance.pick([
    `${first}${last}`,
    `${first}-${last}`,
    `${last}`,
    `${first}s-notes`,
    `${first}writes`,
    `the${last}`,
  ]);
  const host = chance.is(0.25)
    ? `${handle}.${chance.pick(SHARED)}`
    : `${chance.is(0.2) ? 'blog.' : ''}${handle}.${chance.pick(ENDINGS)}`;
  return { name, origin: `https://${host}`, host };
}

export function dateOf(chance: Chance): string {
  return `2026-${String(chance.between(1, 6)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}T${String(chance.between(6, 22)).padStart(2, '0')}:15:00Z`;
}

export function slug(text: string): string {
  return encodeURIComponent(
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  );
}
