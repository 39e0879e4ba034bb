import { describe, expect, it } from 'vitest';
import { bestLink } from '../../src/document/best-link.ts';
import { read, TARGET } from './read.ts';

const LINK = `<a href="${TARGET}">x</a>`;
const NOFOLLOW = `<a href="${TARGET}" rel="nofollow ugc">y</a>`;

const PLACES: readonly [name: string, html: string, place: string][] = [
  ['a bare page', `<p>${LINK}`, 'content'],
  ['an article', `<main><article><p>${LINK}</article></main>`, 'content'],
  ["an entry's own foot", `<article><footer class="entry-footer">${LINK}</footer></article>`, 'content'],
  ['nav', `<nav><ul><li>${LINK}</ul></nav>`, 'navigation'],
  ['role=navigation', `<div role=navigation>${LINK}</div>`, 'navigation'],
  ['a menu', `<ul class="main-menu">${LINK}</ul>`, 'navigation'],
  ['footer', `<footer><p>${LINK}</footer>`, 'footer'],
  ['role=contentinfo', `<div role="contentinfo">${LINK}</div>`, 'footer'],
  ['a footer by its id', `<div id=footer>${LINK}</div>`, 'footer'],
  ['a blogroll', `<div class="blogroll">${LINK}</div>`, 'sidebar'],
  ['aside', `<aside>${LINK}</aside>`, 'sidebar'],
  ['comments of WordPress', `<ol class="comment-list"><li><div class="comment-author">${LINK}</div></ol>`, 'comment'],
  ['comments of Blogger', `<div id=comments><dd class="comment-body">${LINK}</dd></div>`, 'comment'],
  ['comments of Typecho', `<div id="comments"><ol class="comment-list">${LINK}</ol></div>`, 'comment'],
  ['comments of Serendipity', `<div class="serendipity_comment">${LINK}</div>`, 'comment'],
  ['comments of Isso', `<section id="isso-thread"><div class="isso-comment">${LINK}</div></section>`, 'comment'],
  ['comments of Movable Type', `<div class="comments-content">${LINK}</div>`, 'comment'],
  ['a footer of a comment', `<div class="comment"><footer>${LINK}</footer></div>`, 'comment'],
  ['pages that list who links to them', `<ul class="webmentions">${LINK}</ul>`, 'comment'],
  ['the attribute hidden', `<div hidden>${LINK}</div>`, 'hidden'],
  ['a style', `<footer><p style="display: none">${LINK}</footer>`, 'hidden'],
  ['a style of its own', `<a style="font-size:0" href="${TARGET}">x</a>`, 'hidden'],
  ['a style sheet of the page', `<style>.q{visibility:hidden}</style><p class=q>${LINK}`, 'hidden'],
  ['noscript', `<noscript><p>${LINK}</noscript>`, 'hidden'],
  ['after a section that was closed', `<nav>x</nav><footer>y</footer>${LINK}`, 'content'],
];

describe('the place of a link is', () => {
  it.each(PLACES)('%s', (_, html, place) => {
    expect(read(html).links.map((link) => link.place)).toEqual([place]);
  });

  it('nowhere inside a template, which is no part of the page', () => {
    expect(read(`<template>${LINK}</template>`).links).toEqual([]);
  });

  it('its own, of several', () => {
    const { links } = read(`<nav>${LINK}</nav><p>${NOFOLLOW}</p><div class=comments>${LINK}</div>`);
    expect(links.map(({ place }) => place)).toEqual(['navigation', 'content', 'comment']);
  });
});

describe('the best of several links is', () => {
  const best = (html: string) => {
    const link = bestLink(read(html).links);
    return [link?.place, link?.rel.join(' '), link?.anchor];
  };

  it('the one in the content', () => {
    expect(best(`<nav>${LINK}</nav><div class=comments>${LINK}</div><p>${NOFOLLOW}`)).toEqual([
      'content',
      'nofollow ugc',
      'y',
    ]);
  });

  it('the followed one of one place', () => {
    expect(best(`<p>${NOFOLLOW}${LINK}`)).toEqual(['content', '', 'x']);
  });

  it('the one with a text, and else the first', () => {
    expect(best(`<a href="${TARGET}"></a>${LINK}<a href="${TARGET}">z</a>`)).toEqual(['content', '', 'x']);
  });

  it('none of none', () => {
    expect(bestLink([])).toBeUndefined();
  });
});
