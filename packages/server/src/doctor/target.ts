import {
  type Advertised,
  type Discovery,
  type Facts,
  type Http,
  type HttpFailure,
  type HttpReply,
  headerValue,
  isHtml,
  notify,
  type TellingProtocol,
  type Wall,
} from '@hearback/protocol';
import type { OwnTarget } from '../pages/directory.ts';
import type { Clock, Elapsed, PageReader } from '../ports/index.ts';
import { latin1 } from './latin1.ts';

export interface LookAtTargetDeps {
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly elapsed: Elapsed;
  readonly clock: Clock;
  /** What this Hearback knows of an address; nothing without it. */
  readonly own?: ((url: URL) => Promise<Own | undefined>) | undefined;
}

/** An address of a site that is served here. */
export interface Own {
  readonly target: OwnTarget;
  /** The site has a map of its pages. */
  readonly isMapped: boolean;
  /** Where its endpoints are, when that is known. */
  readonly publicUrl: string | undefined;
}

/** One request, its answer, and how long it took. */
export interface Timed<Answer = HttpReply | HttpFailure> {
  readonly answer: Answer;
  readonly ms: number;
}

export interface EndpointLook extends Timed {
  readonly protocol: TellingProtocol;
  readonly url: string;
}

/** A page of ours as those who want to tell it would find it. */
export interface Target {
  readonly url: URL;
  readonly get: Timed<HttpReply>;
  readonly head: Timed;
  readonly advertised: Advertised;
  readonly discovery: Discovery;
  /** Of a page in HTML. */
  readonly facts: Facts | undefined;
  /** What stands where the page should be. */
  readonly wall: Wall | undefined;
  /** Where the page sends its readers by itself; `''` when it does not. */
  readonly sendsOn: string;
  /** The page, a character for each byte. */
  readonly html: string;
  readonly endpoints: readonly EndpointLook[];
  readonly own: Own | undefined;
}

/** `unreadable`: the page ended its reader. */
export type TargetLook = Target | { readonly failure: HttpFailure } | { readonly failure: 'unreadable' };

/**
 * Asks a page as senders do, GET and HEAD, and then the endpoints that it names: each is told that the page links to
 * itself, which every receiver has to refuse, so nothing comes of it; that of TrackBack is told nothing at all.
 */
export async function lookAtTarget(deps: LookAtTargetDeps, url: URL): Promise<TargetLook> {
  const { http, reader } = deps;
  const asked = url.href.replace(/#.*$/s, '');
  const headers = { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5', 'accept-encoding': 'identity' };
  const get = await timed(deps, () => http.request({ method: 'GET', url: asked, headers, redirects: 'page' }));
  const { answer } = get;
  if (!answer.ok) return { failure: answer };
  const head = await timed(deps, () => http.request({ method: 'HEAD', url: asked, headers, redirects: 'page' }));
  const { status, finalUrl, body } = answer;
  const page = { headers: answer.headers, status, finalUrl };
  const discovery = await reader.read('endpoints', { ...page, body: body.slice(), asked: url.href });
  const advertised = await reader.read('advertised', { ...page, body: body.slice() });
  const isPage = isHtml(headerValue(answer.headers, 'content-type'));
  const facts = isPage ? await reader.read('page', { ...page, body: body.slice(), target: url.href }) : undefined;
  const content = isPage
    ? await reader.read('content', { headers: answer.headers, body: body.slice(), finalUrl })
    : undefined;
  if (!discovery.ok || !advertised.ok || facts?.ok === false || content?.ok === false) return { failure: 'unreadable' };
  const endpoints: EndpointLook[] = [];
  for (const { protocol, url: endpoint } of discovery.reading.endpoints)
    endpoints.push(
      protocol === 'trackback' ? await askEmpty(deps, endpoint) : await askItself(deps, protocol, endpoint, asked),
    );
  return {
    url,
    get: { ...get, answer },
    head,
    advertised: advertised.reading,
    discovery: discovery.reading,
    facts: facts?.reading.facts,
    wall: facts?.reading.wall,
    sendsOn: content?.reading.refresh || refreshOf(answer),
    html: latin1(body),
    endpoints,
    own: await deps.own?.(url),
  };
}

/** The same by a header, which browsers obey too. */
function refreshOf({ headers, finalUrl }: HttpReply): string {
  const to = /^\s*\d[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(headerValue(headers, 'refresh') ?? '')?.[1];
  return to === undefined ? '' : (URL.parse(to.trim(), finalUrl)?.href ?? '');
}

const SILENT = { title: '', excerpt: '', siteName: '' };

/** A ping of a page by itself. */
async function askItself(
  deps: LookAtTargetDeps,
  protocol: Exclude<TellingProtocol, 'trackback'>,
  endpoint: string,
  page: string,
): Promise<EndpointLook> {
  let answer: HttpReply | HttpFailure = { ok: false, kind: 'invalid', reason: 'Nothing was sent.' };
  const watched: Http = {
    async request(request) {
      answer = await deps.http.request(request);
      return answer;
    },
  };
  const { ms } = await timed(deps, () =>
    notify(watched, { protocol, url: endpoint }, { source: page, target: page, ...SILENT }),
  );
  return { protocol, url: endpoint, answer, ms };
}

/**
 * TrackBack has no rule against a page that announces itself, and some would believe it. The one field that a ping must
 * have is the URL, so nobody can make anything of one without.
 */
async function askEmpty(deps: LookAtTargetDeps, url: string): Promise<EndpointLook> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const body = new Uint8Array();
  const asked = await timed(deps, () =>
    deps.http.request({ method: 'POST', url, headers, body, redirects: 'endpoint', reads: () => false }),
  );
  return { ...asked, protocol: 'trackback', url };
}

async function timed<Answer>({ elapsed }: LookAtTargetDeps, act: () => Promise<Answer>): Promise<Timed<Answer>> {
  const begun = elapsed.ms();
  const answer = await act();
  return { answer, ms: elapsed.ms() - begun };
}
