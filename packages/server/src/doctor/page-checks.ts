import { type HttpReply, headerValue, matchLevel } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import type { Target } from './target.ts';
import { WORDPRESS_PAGE_MS } from './wordpress-discovery.ts';

const BLOCKED: readonly number[] = [401, 403, 406, 429, 451];

/** Whether the page can be asked at all, and under which address. */
export function* checkPage({ get, url, facts, advertised }: Target): Generator<Finding> {
  const { answer } = get;
  yield* ofStatus(answer);
  if (answer.chain.length > 1)
    yield warning(
      'redirect',
      `The page redirects to ${answer.finalUrl}.`,
      'WordPress follows no redirect for the headers of a page, and finds only what the markup names.',
      'Have people link to that address, or serve the page where it is linked.',
    );
  if (get.ms > WORDPRESS_PAGE_MS)
    yield problem(
      'page-slow',
      `The page took ${seconds(get.ms)} to come.`,
      'WordPress waits 2 seconds for it and then does not tell you.',
      'Make it faster; a cache before it helps.',
    );
  const coding = headerValue(answer.headers, 'content-encoding');
  if (coding !== undefined && coding !== 'identity')
    yield warning(
      'compressed',
      `The page comes compressed (${coding}) to those who ask for no compression.`,
      'Simple clients cannot read it, and find no endpoint in its markup.',
      'Have the server go by Accept-Encoding, and send Vary: Accept-Encoding.',
    );
  if (facts && facts.canonical !== '' && matchLevel(facts.canonical, url.href) === undefined)
    yield warning(
      'canonical',
      `The page says that its address is ${facts.canonical}.`,
      'Those who share that address link to another page than this one, and mentions are counted apart.',
      'Give the page the address under which it is published, or mend the canonical link.',
    );
  if (advertised.declined.length > 0)
    yield problem(
      'declined',
      `The page asks not to be told by ${advertised.declined.join(', ')} (its words for robots).`,
      'Hearback and others do as it says.',
      'Take nolinkback and its kin out of the robots meta element or header.',
    );
}

function* ofStatus({ status }: HttpReply): Generator<Finding> {
  if (status === 200) return;
  if (BLOCKED.includes(status))
    yield problem(
      'blocked',
      `The page answers HTTP ${status} to a program that it does not know.`,
      'Senders are such programs: they are kept out as robots, and cannot read where you want to be told.',
      'Let them see public pages: make an exception in the firewall or the bot protection.',
    );
  else
    yield problem(
      'status',
      `The page answers HTTP ${status}.`,
      'Senders look for an endpoint on pages that are there.',
      status === 404 || status === 410
        ? 'Publish it, or have its address lead to the one it has now.'
        : 'Mend the server.',
    );
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} seconds`;
}
