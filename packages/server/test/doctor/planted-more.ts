import { raw, redirect, reply } from '../../../../test/support/hostile-server.ts';
import { ANSWER, EP, fault, HEADERS, LINK, NOTHING, only, page, RDF, type Row, TAG, WM_TAG } from './planted.ts';

const CHALLENGE =
  '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={};</script></body></html>';
const LOG_IN =
  '<!DOCTYPE html><html><head><title>Log in</title></head><body><form method="post"><input name="user"><input type="password" name="p"><button>Log in</button></form></body></html>';

const WITH_TB = { headers: HEADERS, html: page(`${TAG}${WM_TAG}${RDF}`) };

/** Faults that people make who never heard of them. */
export const PLANTED_MORE: readonly Row[] = [
  ['P71', 'HEAD is cut off, and the tag would do', { ...only(`${TAG}${WM_TAG}`), head: raw('') }, ['head-fails']],
  [
    'P72',
    'an endpoint behind a password',
    { xmlrpc: reply('401 Unauthorized', ['WWW-Authenticate: Basic realm="x"']) },
    ['endpoint-blocks'],
  ],
  [
    'P73',
    'an endpoint that moved to another host for good',
    { xmlrpc: redirect('http://other.test/xmlrpc', 301) },
    ['endpoint-redirects'],
  ],
  ['P74', 'the tag in a template', only(`<template>${TAG}</template>`, [LINK]), ['tag-hidden']],
  [
    'P75',
    'rel with another word beside it',
    only(TAG.replace('pingback"', 'pingback nofollow"'), [LINK]),
    ['tag-wordpress'],
  ],
  [
    'P76',
    'the canonical address on another host',
    only(`${TAG}<link rel="canonical" href="https://other.test/post">`, HEADERS),
    ['canonical'],
  ],
  [
    'P77',
    'the page sends people elsewhere by meta refresh',
    only(`${TAG}<meta http-equiv="refresh" content="0; url=http://blog.test/other">`, HEADERS),
    ['refresh'],
  ],
  ['P78', 'the same by a header', { headers: [...HEADERS, 'Refresh: 0; url=http://blog.test/other'] }, ['refresh']],
  ['P79', 'a challenge that says 200', { headers: ['Server: cloudflare'], html: CHALLENGE }, ['challenge']],
  [
    'P80',
    'a challenge that says 503',
    { page: reply('503 Service Unavailable', ['Content-Type: text/html', 'cf-mitigated: challenge'], CHALLENGE) },
    ['challenge'],
  ],
  ['P81', 'a form to log in where the page was', { headers: [], html: LOG_IN }, ['log-in']],
  [
    'P82',
    'a reply that is called gzip and is none',
    { xmlrpc: reply('200 OK', ['Content-Type: text/xml', 'Content-Encoding: gzip'], ANSWER) },
    ['endpoint-broken'],
  ],
  [
    'P83',
    'a warning of PHP before the reply',
    { xmlrpc: fault('<int>0</int>', { head: '<b>Warning</b>: no such file\n<?xml version="1.0"?>' }) },
    ['reply-noise'],
  ],
  [
    'P84',
    'a reply that breaks off, with a length that fits',
    { xmlrpc: reply('200 OK', ['Content-Type: text/xml'], ANSWER.slice(0, -30)) },
    ['reply-cut'],
  ],
  [
    'P85',
    'an X-Pingback header in quotes',
    { headers: [`X-Pingback: "${EP}"`, LINK], html: page(WM_TAG) },
    ['x-pingback-relative'],
  ],
  [
    'P86',
    'a name and a password in the address of the endpoint',
    { headers: ['X-Pingback: http://me:secret@blog.test/xmlrpc', LINK], html: page(WM_TAG) },
    ['x-pingback-relative'],
  ],
  ['P87', 'a webmention endpoint that takes six seconds', { ms: { 'POST /webmention': 6000 } }, ['endpoint-slow']],
  [
    'P88',
    'the endpoint in a meta element only',
    only(`<meta http-equiv="X-Pingback" content="${EP}">`),
    ['not-advertised'],
  ],
  ['P96', 'a page on an unusual port', { at: 'http://blog.test:7777/post' }, ['port']],
  [
    'P97',
    'the tag only, and HEAD says that the page is a picture',
    { ...only(`${TAG}${WM_TAG}`), head: reply('200 OK', ['Content-Type: image/png']) },
    ['head-type'],
  ],
  ['P98', 'the bare front page of a host', { at: 'http://blog.test/' }, ['front-page']],
  ['P99', 'a TrackBack endpoint that is not there', { ...WITH_TB, trackback: NOTHING }, ['endpoint-missing']],
  [
    'P100',
    'a TrackBack endpoint that takes no POST',
    { ...WITH_TB, trackback: reply('405 No', []) },
    ['endpoint-no-post'],
  ],
  ['P101', 'a TrackBack endpoint out of order', { ...WITH_TB, trackback: reply('500 Oops', []) }, ['endpoint-failing']],
  [
    'P102',
    'a TrackBack endpoint behind a password',
    { ...WITH_TB, trackback: reply('401 No', []) },
    ['endpoint-blocks'],
  ],
  [
    'P103',
    'a TrackBack endpoint whose host nobody knows',
    { headers: HEADERS, html: page(`${TAG}${WM_TAG}${RDF.replace('ping="http://blog', 'ping="http://gone')}`) },
    ['endpoint-unreachable'],
  ],
];

export const SOUND_MORE: readonly Row[] = [
  ['S9', 'a page that begins with a byte order mark', { html: `\ufeff${page()}` }, []],
  ['S10', 'a page that is not to be indexed', { headers: [...HEADERS, 'X-Robots-Tag: noindex'] }, []],
  [
    'S11',
    'a page with the tag in its body',
    { headers: [LINK], html: page('').replace('<article>', `${TAG}<article>`) },
    [],
  ],
  ['S12', 'an endpoint that thanks for anything', { xmlrpc: reply('200 OK', ['Content-Type: text/xml'], ANSWER) }, []],
  ['S17', 'a TrackBack endpoint that sends readers to the page', WITH_TB, []],
  [
    'S18',
    'a TrackBack endpoint that refuses a ping without a URL',
    { ...WITH_TB, trackback: reply('200 OK', ['Content-Type: text/xml'], '<response><error>1</error></response>') },
    [],
  ],
  ['S19', 'a TrackBack endpoint that forbids a ping without a URL', { ...WITH_TB, trackback: reply('403 No', []) }, []],
  ['S15', 'a front page with a query', { at: 'http://blog.test/?p=1' }, []],
  ['S16', 'a front page with Webmention only', { ...only(WM_TAG), at: 'http://blog.test/' }, []],
];
