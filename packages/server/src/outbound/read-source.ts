import { contentLinks, type Http, headerValue, identity, isHtml, parseUrl } from '@hearback/protocol';
import type { SiteDirectory } from '../pages/directory.ts';
import type { Site } from '../site.ts';
import { extractTargets, type Targets } from './extract.ts';
import { sendingOff } from './sending-off.ts';

export interface SourceReading extends Targets {
  readonly ok: true;
  readonly site: Site;
  /** As given, percent-encoded. */
  readonly source: string;
  /** Why nothing may be sent for this page; `undefined` when sending is on. */
  readonly off: string | undefined;
  /** What the owner should know although it worked, in sentences. */
  readonly warnings: readonly string[];
}

export type SourceOutcome = SourceReading | { readonly ok: false; readonly source: string; readonly reason: string };

export interface ReadSourceDeps {
  readonly directory: SiteDirectory;
  readonly http: Http;
}

/**
 * Fetches a page of ours and lists whom it links to. Only what a stranger may read is announced (200): a receiver that
 * verifies sees the same page. Never throws for anything in the page or on the way to it.
 */
export async function readSource({ directory, http }: ReadSourceDeps, given: string): Promise<SourceOutcome> {
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

  const reply = await http.request({ method: 'GET', url: source, redirects: 'page' });
  if (!reply.ok) return problem(`${source} could not be fetched: ${reply.reason}`);
  if (reply.status !== 200)
    return problem(`${source} was answered with HTTP ${reply.status}; only a published page is told about.`);
  const type = headerValue(reply.headers, 'content-type');
  if (!isHtml(type))
    return problem(`${source} is ${type ?? 'of no declared type'}, not HTML; links are read from HTML only.`);

  const warnings = [];
  if (identity(reply.finalUrl) !== identity(source)) {
    // PB-C18: WordPress fetches the source without following redirects, and hides its reason behind fault 0.
    warnings.push(
      `${source} redirects to ${reply.finalUrl}; some receivers do not follow that, so announce the final URL.`,
    );
  }
  if (reply.truncated) warnings.push(`${source} is larger than 1 MiB; links after that are not seen.`);
  const content = contentLinks(reply);
  const targets = extractTargets(
    content.links.map(({ href }) => href),
    parsed.url,
    own.site,
  );
  if (targets.rest > 0) warnings.push(`${source} has ${targets.rest} more links than the 200 that are told.`);
  return { ok: true, site: own.site, source, ...targets, warnings, off: sendingOff(own) };
}
