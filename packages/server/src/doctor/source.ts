import { type ContentLinks, type Facts, type HttpReply, headerValue, isHtml } from '@hearback/protocol';
import { type FindEndpointDeps, findEndpoint } from '../outbound/find-endpoint.ts';
import { type Finding, problem } from './finding.ts';

/** A page of ours as receivers of its links would find it. */
export interface Source {
  readonly url: URL;
  readonly reply: HttpReply;
  readonly facts: Facts;
  readonly links: ContentLinks['links'];
  /** Where the page sends its readers by itself; `''` when it does not. */
  readonly sendsOn: string;
  /** It names an endpoint for pingbacks to itself. */
  readonly takesPingbacks: boolean;
}

/** Fetches and reads a page; or says why nobody could take it for a source. */
export async function readPageAsSource(deps: FindEndpointDeps, url: URL): Promise<Source | Finding> {
  const { http, reader } = deps;
  const reply = await http.request({ method: 'GET', url: url.href, redirects: 'page', reads: isHtml });
  if (!reply.ok) return problem('unreachable', `The page could not be fetched: ${reply.reason}`);
  const { body, status, headers, finalUrl } = reply;
  if (status !== 200)
    return problem('status', `The page answers HTTP ${status}; only one that answers 200 is taken for a source.`);
  const type = headerValue(headers, 'content-type');
  if (!isHtml(type))
    return problem('type', `The page is ${type ?? 'of no declared type'} and not HTML; links are looked for in HTML.`);
  const content = await reader.read('content', { body: body.slice(), headers, finalUrl });
  const page = await reader.read('page', { body: body.slice(), status, headers, finalUrl, target: url.href });
  if (!content.ok || !page.ok)
    return problem('unreadable', 'The page cannot be read: its reader did not come to an end.');
  const found = await findEndpoint(deps, url.href);
  const takesPingbacks = 'endpoints' in found && found.endpoints.some(({ protocol }) => protocol === 'pingback');
  const { links, refresh: sendsOn } = content.reading;
  return { url, reply, facts: page.reading.facts, links, sendsOn, takesPingbacks };
}
