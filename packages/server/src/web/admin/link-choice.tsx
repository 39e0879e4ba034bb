import { readSelector } from '@hearback/protocol';
import type { LinkChoice } from '../../site.ts';

/** What a card's form says of links; `undefined` when it says nothing, or has a selector that cannot be used. */
export function linksOf(form: URLSearchParams): LinkChoice | undefined {
  if (!form.has('content') || !form.has('ignore') || hasBadSelector(form)) return undefined;
  const text = (name: string) => form.get(name)?.trim() || undefined;
  return {
    ...{ content: text('content'), ignore: text('ignore') },
    ...{ internal: form.has('internal'), nofollow: form.has('nofollow') },
  };
}

export function hasBadSelector(form: URLSearchParams): boolean {
  const given = [form.get('content'), form.get('ignore')].map((text) => text?.trim() ?? '');
  return given.some((text) => text !== '' && !readSelector(text).ok);
}

export function LinkFields({ links }: { links: LinkChoice }) {
  return (
    <details>
      <summary>Which links are told</summary>
      <label>
        Only those in these parts of a page
        <input name="content" value={links.content ?? ''} placeholder=".post-body, article" autocomplete="off" />
      </label>
      <label>
        And never those in these
        <input name="ignore" value={links.ignore ?? ''} placeholder=".share, .related" autocomplete="off" />
      </label>
      <label>
        <input type="checkbox" name="internal" checked={links.internal} /> Links to pages of this site too
      </label>
      <label>
        <input type="checkbox" name="nofollow" checked={links.nofollow} /> Links marked “nofollow” too
      </label>
    </details>
  );
}
