import { registrable } from '../../domain.ts';
import type { Mention } from '../../mention.ts';
import type { WebDeps } from '../deps.ts';
import { type View, writeView } from './inbox-view.ts';
import { pageTitleOf, scopesOf } from './lookup.ts';
import type { CardProps } from './mention-card.tsx';
import { writeCursor } from './tabs.ts';

/** What the cards of a list are made of. */
export function cardsOf({ desk, directory, clock }: WebDeps, mentions: readonly Mention[], view: View): CardProps[] {
  const now = clock.now();
  const back = encodeURIComponent(writeView(view, { before: view.before && writeCursor(view.before) }));
  const listOf = (field: 'author' | 'domain', value: string | undefined) =>
    value && view.asked[field] === undefined ? `/admin/inbox?${writeView(view, { [field]: value })}` : '';
  return mentions.map((mention) => {
    const { author } = mention.entry ?? {};
    const host = URL.parse(mention.source)?.hostname;
    return {
      mention,
      pageTitle: pageTitleOf(directory, mention.target),
      scopes: scopesOf(desk, mention),
      now,
      back,
      authorView: listOf('author', (author?.url || author?.name)?.slice(0, 300)),
      domainView: listOf('domain', host && registrable(host)),
    };
  });
}
