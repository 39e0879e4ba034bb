import type { Words } from '../words/words.ts';
import type { News } from './news.ts';

/** One of the news, with what the reader can do about it. */
export interface WrittenNews extends News {
  readonly links: readonly { readonly name: string; readonly url: string }[];
  readonly page: string;
}

/** What stands in a mail, before it is set as text or as a page. */
export interface Written {
  readonly summary: string;
  readonly news: readonly WrittenNews[];
  /** How much more happened. */
  readonly rest: number;
  readonly inbox: string;
  readonly stop: string;
  readonly words: Words;
}
