import { type Http, type HttpReply, headerValue, identity, isHtml, parseUrl } from '@hearback/protocol';
import { GONE } from '../delivery.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import { fingerprint, notPost } from '../pages/post-version.ts';
import type { PageReader } from '../ports/index.ts';
import { choiceOf, mayBeList, type Site } from '../site.ts';
import { type Expected, isSamePage } from './expected.ts';
import { extractTargets, type Targets } from './extract.ts';
import { sendingOff } from './sending-off.ts';

export interface SourceReading extends Targets {
  readonly ok: true;
  readonly site: Site;
  /** As given, percent-encoded; what a listing has is spelled as the web server does. */
  readonly source: string;
  /** Fingerprint of the content; `GONE` when the page says that it is deleted (410), and then it links to nobody. */
  readonly version: string;
  /** Plain text, `''` when the page has none. */
  readonly title: string;
  readonly excerpt: string;
  /** Why nothing may be sent for this page; `undefined` when sending is on. */
  readonly off: string | undefined;
  /** What the owner should know although it worked, in sentences. */
  readonly warnings: readonly string[];
}

export interface NoSource {
  readonly ok: false;
  readonly source: string;
  /** One sentence. */
  readonly reason: string;
  /** It may be otherwise in a while: an outage, a page that is not published yet. */
  readonly again: boolean;
}

export type SourceOutcome = SourceReading | NoSource;

export interface ReadSourceDeps {
  readonly directory: SiteDirectory;
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
}

/**
 * Fetches a page of ours and lists whom it links to. Only what a stranger may read is announced (200, or 410 for a page
 * that was deleted): a receiver that verifies sees the same page. Pages that a listing has are announced only as what they
 * are expected to be, and not when they lead elsewhere. Never throws for anything in the page or on the way to it.
 */
export async function readSource(deps: ReadSourceDeps, given: string, expected?: Expected): Promise<SourceOutcome> {
  const { directory, http } = deps;
  const parsed = parseUrl(given.trim());
  if (!parsed.ok) return no(given, `${given} is not a usable URL: ${parsed.reason}.`);
  const asked = parsed.url.href;

  await directory.refresh();
  const own = directory.resolve(parsed.url);
  if (!own)
    return no(
      asked,
      `${asked} is a page of no site known here; name its site with --site, or once with "hearback site add URL".`,
    );

  const reply = await http.request({ method: 'GET', url: asked, redirects: 'page', reads: isHtml });
  if (!reply.ok) return no(asked, `${asked} could not be fetched: ${reply.reason}`, true);
  const source = expected && isSamePage(reply.finalUrl, asked) ? reply.finalUrl : asked;
  const known = { ok: true, site: own.site, source, off: sendingOff(own) } as const;
  const { status } = reply;
  if (status === DELETED || (status === 404 && expected?.as === 'lost')) return { ...known, ...TOMBSTONE };
  if (status !== 200) {
    const again = expected?.as !== 'left' || status === 404 || status >= 500;
    return no(source, `${source} was answered with HTTP ${status}; only a published page is told about.`, again);
  }
  if (expected && !isSamePage(reply.finalUrl, asked))
    return no(source, `${source} leads to ${reply.finalUrl}, so it is not told of; that page is when it is listed.`);
  return readPage(deps, { ...known, reply, asked: parsed.url, expected });
}

interface Fetched {
  readonly ok: true;
  readonly site: Site;
  readonly source: string;
  readonly off: string | undefined;
  readonly asked: URL;
  readonly reply: HttpReply;
  readonly expected: Expected | undefined;
}

async function readPage(
  { reader }: ReadSourceDeps,
  { reply, asked, expected, ...known }: Fetched,
): Promise<SourceOutcome> {
  const { source, site } = known;
  const type = headerValue(reply.headers, 'content-type');
  if (!isHtml(type))
    return no(source, `${source} is ${type ?? 'of no declared type'}, not HTML; links are read from HTML only.`);
  const { body, status, headers, finalUrl } = reply;
  const read = await reader.read('content', { body, headers, finalUrl, choice: choiceOf(site) });
  if (!read.ok) return no(source, `${source} cannot be read. ${read.reason}`);
  const content = read.reading;
  const targets = extractTargets(content.links, asked, site);
  const target = targets.links[0]?.target ?? source;
  const page = await reader.read('page', { body, status, headers, finalUrl, target });
  if (!page.ok) return no(source, `${source} cannot be read. ${page.reason}`);
  const { entry, facts } = page.reading;
  // A static host cannot answer 410, so the page may say so itself.
  if (facts.status === DELETED) return { ...known, ...TOMBSTONE };

  if (expected?.as === 'left' || expected?.as === 'lost')
    return no(source, `${source} left its listing and is still there, so nobody is told.`, expected.as === 'lost');
  const objection = notPost(source, content, { mayBeList: expected?.as === 'page' && mayBeList(site) });
  if (objection !== undefined) return no(source, objection);
  const version = await fingerprint(content);
  if (expected?.version !== undefined && expected.version !== version)
    return no(
      source,
      `${source} is on the web in another state than in the folder; waiting until it is deployed.`,
      true,
    );
  const { title, excerpt } = entry;
  return { ...known, ...targets, warnings: warningsOf(source, reply, targets), title, excerpt, version };
}

function no(source: string, reason: string, again = false): NoSource {
  return { ok: false, source, reason, again };
}

const DELETED = 410;
const TOMBSTONE = { links: [], rest: 0, warnings: [], title: '', excerpt: '', version: GONE } as const;

function warningsOf(source: string, { finalUrl, truncated }: HttpReply, { rest }: Targets): string[] {
  const warnings = [];
  if (identity(finalUrl) !== identity(source)) {
    // Some receivers fetch the source without following redirects, and answer with fault 0 and no reason.
    warnings.push(`${source} redirects to ${finalUrl}; some receivers do not follow that, so announce the final URL.`);
  }
  if (truncated) warnings.push(`${source} is larger than 1 MiB; links after that are not seen.`);
  if (rest > 0) warnings.push(`${source} has ${rest} more links than the 200 that are told.`);
  return warnings;
}
