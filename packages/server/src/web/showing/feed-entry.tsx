import type { PublicMention } from '../../mention.ts';
import { safeUrl } from '../safe-url.ts';
import { line } from '../text.ts';
import type { Shown } from './shown.ts';

/** One mention in a feed, whatever the format. */
export interface FeedEntry {
  /** A tag URI (RFC 4151): it stays when the server moves to another address. */
  readonly id: string;
  /** One line of text, no markup. */
  readonly title: string;
  readonly html: string;
  readonly url: string;
  readonly target: string;
  readonly author: { readonly name: string; readonly url: string; readonly photo: string };
  /** When the source says that it was written. */
  readonly published: Date;
  /** When it became public here. */
  readonly updated: Date;
}

/** No XML may hold these, not even escaped: one of them and no reader opens the feed. */
const NOT_XML = /[\uFFFE\uFFFF]|\p{Cs}/gu;

export function feedEntryOf(mention: PublicMention, shown: Shown, siteUrl: string): FeedEntry {
  const { source, title, photo, url, verb, date } = shown;
  const name = xml(shown.name);
  const updated = new Date(mention.publicAt ?? mention.receivedAt);
  const published = new Date(date);
  const { hostname } = new URL(siteUrl);
  const isTitled = title !== URL.parse(source)?.host;
  return {
    // The number is never given again, and the day on which it was given never changes.
    id: `tag:${hostname},${updated.toISOString().slice(0, 10)}:hearback/${mention.publicId}`,
    title: xml(`${name} ${verb}${isTitled ? `: ${title}` : ''}`),
    html: xml(String(<Content shown={shown} target={safeUrl(mention.target)} />)),
    url: source,
    target: safeUrl(mention.target),
    author: { name, url, photo },
    published,
    updated,
  };
}

export function xml(text: string): string {
  return text.replace(NOT_XML, '');
}

function Content({ shown, target }: { shown: Shown; target: string }) {
  const { source, rel, name, verb, title, text } = shown;
  return (
    <>
      <p>
        <bdi>{name}</bdi> {verb}{' '}
        <a href={source} rel={rel}>
          <bdi>{title}</bdi>
        </a>
      </p>
      {text && (
        <blockquote cite={source}>
          <p>
            <bdi>{text}</bdi>
          </p>
        </blockquote>
      )}
      <p>
        → <a href={target}>{line(target.replace(/^https?:\/\//, ''))}</a>
      </p>
    </>
  );
}
