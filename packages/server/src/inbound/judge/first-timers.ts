import { isPublicSuffix, registrable } from '../../domain.ts';
import type { Evidence } from './evidence.ts';

/**
 * Where everybody may write under one name, each in a folder of his own: that one of them was approved says nothing of the
 * others. Names that everybody may have a name below (`blogspot.com`, `github.io`) are in the list of public suffixes.
 */
const MANY_AUTHORS = new Set(
  'archive.org brid.gy bsky.app codeberg.org dev.to facebook.com fed.brid.gy flickr.com github.com gitlab.com google.com hackernoon.com hackmd.io instagram.com linkedin.com lobste.rs medium.com micro.blog notion.site paste.ee pastebin.com pinterest.com quora.com reddit.com rentry.co slideshare.net sourceforge.net stackexchange.com stackoverflow.com steemit.com substack.com t.co telegra.ph threads.net tumblr.com twitter.com vk.com wikipedia.org wordpress.com write.as x.com ycombinator.com youtube.com'.split(
    ' ',
  ),
);

interface Standing {
  readonly isTrusted: boolean;
  readonly reason: string;
}

/** Whether somebody of this host was approved here before, where only first-timers are held. */
export function standingOf({ source, isKnown, reading }: Evidence): Standing {
  const { hostname, host } = new URL(source);
  if (!isKnown) return { isTrusted: false, reason: `Nobody of ${hostname} was approved on this site before.` };
  // `medium.com` is a name itself and not a suffix; below `substack.com` everybody has a name.
  if (MANY_AUTHORS.has(hostname) || MANY_AUTHORS.has(registrable(hostname)) || isPublicSuffix(hostname))
    return { isTrusted: false, reason: `Many people write on ${hostname}, so that one was approved says nothing.` };
  if (URL.parse(reading.facts.finalUrl)?.host !== host)
    return { isTrusted: false, reason: `It leads to another host than ${hostname}, which was approved before.` };
  return { isTrusted: true, reason: `${hostname} was approved on this site before, and only first-timers are held.` };
}
