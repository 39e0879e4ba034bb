import { describe, expect, it } from 'vitest';
import { readDiscovery, readPage } from '../../src/index.ts';
import { reply } from '../support/http.ts';
import { pageOf, TARGET } from './read.ts';

const XHTML = [['content-type', 'application/xhtml+xml; charset=utf-8']] as const;
const HTML = [['content-type', 'text/html; charset=utf-8']] as const;
const LINK = `<a href="${TARGET}">there</a>`;

const page = (inner: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Page</title></head><body>${inner}</body></html>`;
const links = (inner: string, headers: readonly (readonly [string, string])[] = XHTML) =>
  readPage(pageOf(page(inner), { headers })).links;

describe('a page of application/xhtml+xml', () => {
  it.each([
    ['as it is', LINK],
    ['after a script that closes itself', `<script src="x"/><p>${LINK}</p>`],
    ['after a style that closes itself', `<style/>${LINK}`],
    ['after a title that closes itself', `<title/>${LINK}`],
    ['after a textarea that closes itself', `<form><textarea rows="1"/></form>${LINK}`],
    ['after a template that closes itself', `<template/>${LINK}`],
    ['after an iframe that closes itself', `<iframe src="x" / >${LINK}`],
    ['after a comment in a section', `<![CDATA[<!--]]>${LINK}`],
    ['after a script with a section', `<script>//<![CDATA[\n if (a < b) "</script>" //]]></script>${LINK}`],
    ['after a script with markup in it', `<script><b>x</b></script>${LINK}`],
    ['after a script named with capitals', `<SCRIPT>x</SCRIPT>${LINK}`],
    ['by itself', `<a href="${TARGET}"/>`],
    ['under a prefix', `<h:p xmlns:h="http://www.w3.org/1999/xhtml"><h:a href="${TARGET}">x</h:a></h:p>`],
    ['with references', `<a href="${TARGET}#a&amp;b&#x26;c">&lt;x&gt;&nbsp;</a>`],
    ['after an svg', `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0"/><a/></svg>${LINK}`],
    ['in foreignObject', `<svg><foreignObject width="1"><p>${LINK}</p></foreignObject></svg>`],
    ['cut off', `<p>${LINK}<![CDATA[`],
  ])('has a link %s', (_where, inner) => {
    expect(links(inner)).toHaveLength(1);
  });

  it.each([
    ['in a CDATA section', `<![CDATA[${LINK}]]>`],
    ['in a section after a greater-than', `<![CDATA[> ${LINK}]]>`],
    ['in a section without an end', `<![CDATA[${LINK}`],
    ['in a comment that HTML would end', `<!--> ${LINK} -->`],
    ['in a processing instruction', `<?php echo ">"; ${LINK} ?>`],
    ['in a script', `<script>${LINK}</script>`],
    ['in a title', `<title>${LINK}</title>`],
    ['in a textarea', `<textarea>${LINK}</textarea>`],
    ['under capitals', `<A href="${TARGET}">x</A>`],
    ['in an attribute with capitals', `<a HREF="${TARGET}">x</a>`],
    ['under a prefix of another language', `<x:a xmlns:x="urn:x" href="${TARGET}">x</x:a>`],
  ])('has no link %s', (_where, inner) => {
    expect(links(inner)).toEqual([]);
  });

  it('is read as HTML when it is sent as HTML', () => {
    expect(links(`<script/>${LINK}</script>`, HTML)).toEqual([]);
    expect(links(`<A HREF='${TARGET}'>x</A>`, HTML)).toHaveLength(1);
  });

  it('shows the text of a section', () => {
    const reading = readPage(pageOf(page(`<p><![CDATA[1 < 2 & <b>]]> ${LINK}</p>`), { headers: XHTML }));
    expect(reading.entry.excerpt).toContain('1 < 2 & <b> there');
  });

  it('reads JSON-LD in a section, and microformats after an empty element', () => {
    const json = '{"@type":"Article","headline":"A < B & C","author":"Ann"}';
    const inner = `<script type="application/ld+json"><![CDATA[${json}]]></script>${LINK}`;
    expect(readPage(pageOf(page(inner), { headers: XHTML })).entry).toMatchObject({
      title: 'A < B & C',
      author: { name: 'Ann' },
    });
    const entry = `<div class="h-entry"><span class="p-name"/><a class="u-like-of" href="${TARGET}">x</a></div>`;
    expect(readPage(pageOf(page(entry), { headers: XHTML })).entry.kind).toBe('like');
  });

  it.each([
    ['a webmention endpoint after an empty script', '<script/><link rel="webmention" href="/wm"/>', '/wm'],
    ['none in a section', '<![CDATA[<a rel="webmention" href="/wm">x</a>]]>', undefined],
    [
      'a pingback endpoint in a section, as its pattern does',
      '<![CDATA[<link rel="pingback" href="https://bob.example/p">]]>',
      '/p',
    ],
    [
      'a TrackBack endpoint in RDF',
      '<rdf:RDF xmlns:rdf="r"><rdf:Description rdf:about="https://bob.example/2" dc:identifier="https://bob.example/2" trackback:ping="https://bob.example/tb"/></rdf:RDF>',
      '/tb',
    ],
  ])('is searched for endpoints too: %s', (_what, inner, path) => {
    const found = readDiscovery(
      'https://bob.example/2',
      reply('https://bob.example/2', { headers: XHTML, body: page(inner) }),
    );
    expect(found.chosen?.url).toBe(path && `https://bob.example${path}`);
  });
});
