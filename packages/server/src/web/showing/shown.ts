import type { Kind } from '@hearback/protocol';
import type { PublicMention } from '../../mention.ts';
import type { Language } from '../../words/language.ts';
import { wordsOf } from '../../words/words.ts';
import { present } from '../presented.ts';

/** A mention as readers get it, in every shape in which mentions are shown. */
export interface Shown {
  readonly kind: Kind;
  readonly source: string;
  /** Of the link to the source, and to the author. */
  readonly rel: string;
  /** The author's name, or the host of the source. */
  readonly name: string;
  /** The author's page; `''` unless it lies where the source lies. */
  readonly url: string;
  /** Our copy of the author's picture, or `''`. */
  readonly photo: string;
  readonly verb: string;
  /** Of the source, or its host. */
  readonly title: string;
  readonly text: string;
  /** ISO 8601. */
  readonly date: string;
}

export function shownOf(mention: PublicMention, language: Language, rel: string, photo: string): Shown {
  const { kind, source, host, author, title, excerpt, published, publicAt, receivedAt } = present(mention);
  return {
    kind,
    source,
    rel,
    name: author.name || host,
    // Only the source was verified: a name may not lead to a site that knows nothing of it.
    url: URL.parse(author.url)?.host === host ? author.url : '',
    photo,
    verb: wordsOf(language).showing.verbs[kind],
    title: title || host,
    text: excerpt,
    date: published || new Date(publicAt ?? receivedAt).toISOString(),
  };
}
