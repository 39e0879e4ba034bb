import { headerValues, parseUrl } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { sameAddress } from './named.ts';
import type { Target } from './target.ts';

const FORM = 'Send Link: <URL>; rel="webmention" with the whole address, or write <link rel="webmention" href="URL">.';

/** How the page names its endpoint for webmentions, by header and by markup. */
export function* checkWebmention({ get, advertised, discovery }: Target): Generator<Finding> {
  const [tag] = advertised.webmentions;
  const link = advertised.links.find(({ rel }) => rel.includes('webmention'));
  const written = headerValues(get.answer.headers, 'link').filter((value) => /webmention/i.test(value));
  if (written.length > 0 && link === undefined && tag === undefined && isElsewhere(written))
    yield problem(
      'link-header',
      `The Link header cannot be read: ${written.join(', ').slice(0, 200)}.`,
      'Its address has to stand in angle brackets, and its rel in double quotes or in none.',
      FORM,
    );
  else if (written.length > 0 && link === undefined && isElsewhere(written))
    yield warning(
      'link-header',
      `The Link header cannot be read: ${written.join(', ').slice(0, 200)}.`,
      'Senders that read headers only find no endpoint.',
      FORM,
    );
  if (link !== undefined && !/rel="webmention"/i.test(written.join(' ')))
    yield warning(
      'link-quotes',
      `The Link header does not have rel="webmention" in this form: ${written.join(', ').slice(0, 200)}.`,
      'Simple senders, Ghost among them, look for those very letters.',
      FORM,
    );
  const named = link ?? tag;
  if (named?.href === '')
    yield warning(
      'webmention-empty',
      'The page names itself as its webmention endpoint (an empty address).',
      'The standard allows it, simple senders take it for none, and a page of files cannot take a form.',
      FORM,
    );
  else if (named !== undefined && !parseUrl(named.href).ok)
    yield warning(
      'webmention-relative',
      `The webmention endpoint is named by a part of its address: ${named.href.slice(0, 200)}.`,
      'The standard allows it; Ghost and other simple senders take whole addresses only.',
      FORM,
    );
  const first = discovery.endpoints.find(({ protocol }) => protocol === 'webmention');
  if (link !== undefined && tag !== undefined && first !== undefined && !sameAddress(first.url, tag.url))
    yield warning(
      'webmention-differs',
      `The Link header names ${first.url} and the markup ${tag.url}.`,
      'Senders that read only one of the two send to different places.',
      'Let both name the same address.',
    );
}

/** The word stands in the rel of something, and not in the address of a feed. */
function isElsewhere(values: readonly string[]): boolean {
  return values.some((value) => /rel\s*=\s*["'\s]{0,3}webmention/i.test(value));
}
