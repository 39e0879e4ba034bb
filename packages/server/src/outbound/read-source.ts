import { type Http, type HttpReply, headerValue, identity, isHtml, parseUrl } from '@hearback/protocol';
import { GONE } from '../delivery.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import type { PageReader } from '../ports/index.ts';
import type { Site } from '../site.ts';
import { extractTargets, type Targets } from './extract.ts';
import { fingerprint } from './fingerprint.ts';
import { sendingOff } from './sending-off.ts';

export interface SourceReading extends Targets {
  readonly ok: true;
  readonly site: Site;
  /** As given, percent-encoded. */
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

export type SourceOutcome = SourceReading | { readonly ok: false; readonly source: string; readonly reason: string };

export interface ReadSourceDeps {
  readonly directory: SiteDirectory;
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
}

/**
 * Fetches a page of ours and lists whom it links to. Only what a stranger may read is announced (200, or 410 for a page
 * that was deleted): a receiver that verifies sees the same page. Never throws for anything in the page or on the way to it.
 */
export async function readSource({ directory, http, reader }: ReadSourceDeps, given: string): Promise<SourceOutcome> {
  const parsed = parseUrl(given.trim());
  if (!parsed.ok) return { ok: false, source: given, reason: `${given} is not a usable URL: ${parsed.reason}.` };
  const source = parsed.url.href;
  const problem = (reason: string) => ({ ok: false, source, reason }) as const;

  await directory.refresh();
  const own = directory.resolve(parsed.url);
  if (!own)
    return problem(
      `${source} is a page of no site known here; name its site with --site, or once with "hearback site add URL".`,
    );
  const known = { ok: true, site: own.site, source, off: sendingOff(own) } as const;

  const reply = await http.request({ method: 'GET', url: source, redirects: 'page', reads: isHtml });
  if (!reply.ok) return problem(`${source} could not be fetched: ${reply.reason}`);
  if (reply.status === DELETED) return { ...known, ...TOMBSTONE };
  if (reply.status !== 200)
    return problem(`${source} was answered with HTTP ${reply.status}; only a published page is told about.`);
  const type = headerValue(reply.headers, 'content-type');
  if (!isHtml(type))
    return problem(`${source} is ${type ?? 'of no declared type'}, not HTML; links are read from HTML only.`);

  const { body, status, headers, finalUrl } = reply;
  const content = await reader.read('content', { body, headers, finalUrl });
  if (!content.ok) return problem(`${source} cannot be read. ${content.reason}`);
  const targets = extractTargets(
    content.reading.links.map(({ href }) => href),
    parsed.url,
    own.site,
  );
  const target = targets.links[0]?.target ?? source;
  const page = await reader.read('page', { body, status, headers, finalUrl, target });
  if (!page.ok) return problem(`${source} cannot be read. ${page.reason}`);
  const { entry, facts } = page.reading;
  // A static host cannot answer 410, so the page may say so itself.
  if (facts.status === DELETED) return { ...known, ...TOMBSTONE };
  const { title, excerpt } = entry;
  const warnings = warningsOf(source, reply, targets);
  return { ...known, ...targets, warnings, title, excerpt, version: await fingerprint(content.reading) };
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
