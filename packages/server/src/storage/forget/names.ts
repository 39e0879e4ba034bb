import { parseUrl } from '@hearback/protocol';
import { authorKey } from '../../author-key.ts';
import { isPathName, pageName, pageNames } from '../../page-name.ts';
import type { Whom } from '../../ports/index.ts';

/** As an entry names them. */
export interface Author {
  readonly name?: string;
  readonly url?: string;
}

/** How somebody is named, in addresses and in text. */
export interface Names {
  /** The address is theirs. */
  own(url: string | null | undefined): boolean;
  /** The author is they. */
  wrote(author: Author): boolean;
  /** The text names an address or a host of theirs. */
  occurIn(text: string): boolean;
  /** In every text that names them, for a first look by the database. */
  readonly needle: string;
}

export function namesOf(whom: Whom): Names {
  if ('author' in whom) return namesOfAuthor(whom.author);
  return 'host' in whom ? namesOfHost(whom.host.toLowerCase()) : namesOfPage(whom.url);
}

/** Whoever else has the same name is named by it too: an address is better. */
function namesOfAuthor(author: string): Names {
  const key = authorKey(author);
  const page = /^https?:\/\//i.test(author.trim()) ? namesOfPage(author.trim()) : undefined;
  return {
    own: () => false,
    wrote: ({ name, url }) => [name, url].some((text) => text !== undefined && text !== '' && authorKey(text) === key),
    occurIn: (text) => page?.occurIn(text) ?? false,
    needle: page?.needle ?? '',
  };
}

/** The host and all below it, label by label: `bob.example` is in `www.bob.example`, not in `notbob.example`. */
function namesOfHost(host: string): Names {
  const pattern = new RegExp(String.raw`(?<![\w-])${escaped(host)}(?![\w-]|\.\w)`, 'i');
  return {
    own(url) {
      const parsed = parseUrl(url ?? '');
      return parsed.ok && (parsed.url.hostname === host || parsed.url.hostname.endsWith(`.${host}`));
    },
    wrote({ url }) {
      return this.own(url);
    },
    occurIn: (text) => pattern.test(text),
    needle: host,
  };
}

function namesOfPage(url: string): Names {
  const bare = pageName(url);
  // What may follow: nothing that makes another page of it.
  const more = isPathName(bare) ? String.raw`[\w/&=%~-]` : String.raw`[\w/?&=%~-]`;
  const pattern = new RegExp(String.raw`(?<![\w.-])(?:www\.)?${escaped(bare)}/?(?!${more}|\.\w)`, 'i');
  return {
    own: (other) => other != null && pageNames(other).includes(bare),
    wrote({ url }) {
      return this.own(url);
    },
    occurIn(text) {
      return pattern.test(text) || (/^https?:\/\/\S+$/i.test(text) && this.own(text));
    },
    // Without the query, before which a slash may stand in one address and not in the other.
    needle: bare.replace(/\?.*$/s, ''),
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
