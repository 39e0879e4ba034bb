import type { HttpRequest } from '@hearback/protocol';
import { type BuildHook, type Site, wantsToken } from '../site.ts';

const ENCODER = new TextEncoder();
const MAX_REPLY_BYTES = 1024;
const WORKFLOW = /\/actions\/workflows\/[^/]+\/dispatches$/;

/**
 * The call that starts a build. Netlify and Cloudflare Pages start one for any POST to the secret address; GitHub wants the
 * name of an event (`repository_dispatch`), or the branch of a workflow, and the token.
 */
export function buildRequest({ url, token }: BuildHook, site: Pick<Site, 'url'>): HttpRequest {
  const call = wantsToken(url)
    ? githubCall(new URL(url), site)
    : { url, value: { type: 'mentions.changed', site: site.url } };
  return {
    method: 'POST',
    url: call.url,
    headers: {
      'content-type': 'application/json',
      ...(wantsToken(url) && { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: ENCODER.encode(JSON.stringify(call.value)),
    redirects: 'endpoint',
    maxBytes: MAX_REPLY_BYTES,
  };
}

/** The branch stands in the address, `?ref=pages`, and is not sent in it; `main` unless told. */
function githubCall(url: URL, site: Pick<Site, 'url'>) {
  if (!WORKFLOW.test(url.pathname))
    return { url: url.href, value: { event_type: 'hearback', client_payload: { site: site.url } } };
  const ref = url.searchParams.get('ref') ?? 'main';
  return { url: `${url.origin}${url.pathname}`, value: { ref } };
}
