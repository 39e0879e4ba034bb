import { identity, parseUrl } from '@hearback/protocol';
import type { Whom } from '../../ports/index.ts';

/** How somebody is named, in addresses and in text. */
export interface Names {
  /** The address is theirs. */
  own(url: string | null | undefined): boolean;
  /** The text names an address or a host of theirs. */
  occurIn(text: string): boolean;
  /** In every text that names them, for a first look by the database. */
  readonly needle: string;
}

export function namesOf(whom: Whom): Names {
  return 'host' in whom ? namesOfHost(whom.host.toLowerCase()) : namesOfPage(whom.url);
}

/** The host and all below it, label by label: `bob.example` is in `www.bob.example`, not in `notbob.example`. */
function namesOfHost(host: string): Names {
  const pattern = new RegExp(String.raw`(?<![\w-])${escaped(host)}(?![\w-]|\.\w)`, 'i');
  return {
    own(url) {
      const parsed = parseUrl(url ?? '');
      return parsed.ok && (parsed.url.hostname === host || parsed.url.hostname.endsWith(`.${host}`));
    },
    occurIn: (text) => pattern.test(text),
    needle: host,
  };
}

function namesOfPage(url: string): Names {
  const key = identity(url);
  const bare = key.replace(/^\w*:?\/\//, '');
  const pattern = new RegExp(String.raw`(?<![\w.-])${escaped(bare)}(?![\w/?&=%~-]|\.\w)`, 'i');
  return {
    own: (other) => other != null && identity(other) === key,
    occurIn: (text) => pattern.test(text),
    needle: bare,
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
