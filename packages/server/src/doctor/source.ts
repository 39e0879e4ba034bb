import { type ContentLinks, type Facts, type HttpReply, headerValue, isHtml } from '@hearback/protocol';
import type { FindEndpointDeps } from '../outbound/find-endpoint.ts';
import type { Clock } from '../ports/index.ts';
import { type Finding, problem } from './finding.ts';
import { noAnswer } from './no-answer.ts';

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
export async function readPageAsSource(
  { http, reader, clock }: FindEndpointDeps & { readonly clock: Clock },
  url: URL,
): Promise<Source | Finding> {
  const reply = await http.request({ method: 'GET', url: url.href, redirects: 'page', reads: isHtml });
  if (!reply.ok) return noAnswer(reply);
  const { body, status, headers, finalUrl } = reply;
  if (status !== 200) return problem('status', { parts: { status: String(status) }, says: 'status.source' });
  const type = headerValue(headers, 'content-type');
  if (!isHtml(type))
    return problem('type', { parts: { type: type ?? '' }, ...(type === undefined && { says: 'type.none' }) });
  const asked = url.href;
  const content = await reader.read('content', { body: body.slice(), headers, finalUrl });
  const now = clock.now();
  const page = await reader.read('page', { body: body.slice(), status, headers, finalUrl, target: asked, now });
  const named = await reader.read('endpoints', { asked, body: body.slice(), status, headers, finalUrl });
  if (!content.ok || !page.ok || !named.ok) return problem('unreadable');
  const takesPingbacks = named.reading.endpoints.some(({ protocol }) => protocol === 'pingback');
  const { links, refresh: sendsOn } = content.reading;
  return { url, reply, facts: page.reading.facts, links, sendsOn, takesPingbacks };
}
