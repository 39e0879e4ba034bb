import { REL } from '../rel.ts';
import { safeUrl } from '../safe-url.ts';
import { line } from '../text.ts';

/** A link out of the desk. What cannot be a link is shown as the text that it is. */
export function Outward({ url, text }: { url: string; text?: string }) {
  const href = safeUrl(url);
  // What was sent without an address still has its place in a table.
  const label = line(text) || href || line(url) || '–';
  if (!href) return <bdi>{label}</bdi>;
  return (
    <a href={href} rel={REL}>
      <bdi>{label}</bdi>
    </a>
  );
}
