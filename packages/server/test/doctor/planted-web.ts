import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type Act, type Heard, redirect, reply, startHostileServer } from '../../../../test/support/hostile-server.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { Role } from '../../src/doctor/finding.ts';
import type { Own } from '../../src/doctor/target.ts';
import type { Site } from '../../src/site.ts';
import { createCertificate } from '../network/support/certificate.ts';
import { dialMap, fakeDns, PUBLIC, testNet } from '../network/support/net.ts';
import { readerHere } from '../support/reader-here.ts';
import { fault, HEADERS, type Plant, page } from './planted.ts';

const AUTHORITY = createCertificate({});

/** The page as planted; `html: 'gzip'` stands for the usual one, packed. */
function servePage({ status = '200 OK', headers = HEADERS, head = headers, html, page: instead }: Plant): Act {
  const body = html === 'gzip' ? gzipSync(page()) : Buffer.from(html ?? page());
  const lines = (some: readonly string[]) => ['Content-Type: text/html; charset=utf-8', ...some];
  return (heard) => {
    const isHead = heard.lines[0]?.startsWith('HEAD') === true;
    if (isHead && typeof head === 'function') return head(heard);
    if (isHead && instead === undefined && typeof head !== 'function') return reply(status, lines(head))(heard);
    return (instead ?? reply(status, lines(headers), body))(heard);
  };
}

const SITE: Site = {
  id: 'blog.test',
  url: 'http://blog.test/',
  name: 'blog.test',
  feed: undefined,
  sitemap: 'http://blog.test/sitemap.xml',
  receive: true,
  send: true,
  announce: false,
};

function ownOf(own: NonNullable<Plant['own']>): Own {
  const state = own === 'off' ? 'closed' : own === 'closed' || own === 'gone' || own === 'unknown' ? own : 'open';
  const settings = own === 'no-pingback' ? { protocols: ['webmention' as const] } : undefined;
  const site: Site = { ...SITE, receive: own !== 'off', settings };
  const publicUrl = own === 'elsewhere' ? 'https://hear.test' : 'http://blog.test';
  return {
    target: { site, key: 'blog.test/post', page: undefined, state },
    isMapped: own !== 'unmapped',
    publicUrl,
  };
}

function trustAuthority(): void {
  const known = getCACertificates('default');
  setDefaultCACertificates([...known, AUTHORITY.cert]);
  onTestFinished(() => setDefaultCACertificates(known));
}

/** Examines a planted page over real sockets, through the real guard; only names, dialling and the clock are made up. */
export async function examinePlanted(plant: Plant, as?: Role) {
  let now = 0;
  const acts: Record<string, Act> = {
    '/post': servePage(plant),
    '/post/': servePage({}),
    '/': servePage(plant),
    '/xmlrpc': plant.xmlrpc ?? fault('<int>0</int>'),
    '/xmlrpc.php': plant.xmlrpc ?? fault('<int>0</int>'),
    '/xmlrpc2': fault('<int>0</int>'),
    '/trackback': plant.trackback ?? redirect('/post', 302),
    '/webmention': plant.webmention ?? reply('400 Bad Request', ['Content-Type: text/plain'], 'No.'),
    '*': fault('<int>0</int>'),
  };
  const serve = (heard: Heard) => {
    now += plant.ms?.[`${heard.lines[0]?.split(' ')[0]} ${heard.path}`] ?? 0;
    (acts[heard.path.replace(/\?.*$/, '')] ?? acts['*'])?.(heard);
  };
  const plain = await startHostileServer(serve);
  const issuer = plant.tls === 'trusted' ? { issuer: AUTHORITY } : {};
  const tls = plant.tls && createCertificate({ dnsName: 'blog.test', ...issuer });
  if (plant.tls) trustAuthority();
  const secure = tls && (await startHostileServer(serve, { tls }));
  const ports = { [`${PUBLIC}:80`]: plain.port, [`${PUBLIC}:7777`]: plain.port, [`${PUBLIC}:443`]: secure?.port ?? 0 };
  const net = testNet({ ports: [7777], resolver: fakeDns({ 'blog.test': [PUBLIC] }), dialer: dialMap(ports) });
  onTestFinished(async () => {
    await Promise.all([net.close(), plain.close(), secure?.close()]);
  });
  const own = plant.own === undefined ? undefined : ownOf(plant.own);
  const time = { elapsed: { ms: () => now }, clock: { now: () => now } };
  const deps = { http: net.http, reader: readerHere, ...time, own: async () => own };
  return examine(deps, new URL(plant.at ?? `${plant.tls ? 'https' : 'http'}://blog.test/post`), as);
}
