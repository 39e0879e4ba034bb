import { identity } from '@hearback/protocol';
import { suffixesOf } from '../domain.ts';
import type { OwnTarget } from '../pages/directory.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import { createRecently } from '../recently.ts';
import { whenKnown } from '../when-known.ts';
import { pairHash } from './pair-hash.ts';
import type { RuleBook } from './rule-book.ts';
import type { RuleShelf } from './rule-shelf.ts';
import { createSuppression, type Seen } from './suppression.ts';

/** What is turned away by its address alone, before anything is fetched. A promise only where the store has to be asked. */
export interface Gate {
  /** A sentence for the owner, or `undefined` for what may come in. The sender hears nothing of it. */
  refuses(source: URL, target: OwnTarget): string | undefined | Promise<string | undefined>;
  /** It is somebody's who was removed on request: nothing of it may be kept, not even that it came. */
  suppresses(seen: Seen): boolean | Promise<boolean>;
}

export interface GateDeps {
  readonly store: Pick<Store, 'blockLists' | 'forgotten' | 'suppressions' | 'secrets'>;
  readonly rules: RuleShelf;
  readonly clock: Clock;
  readonly random: Pick<Random, 'secret'>;
}

/** What no linkback protocol reads for links. `.txt` and `.json` may be sources of webmentions. */
const NO_PAGE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|mp[34]|m4[av]|ogg|webm|wav|avi|mov|zip|rar|7z|gz|tgz|exe|msi|dmg|apk|iso|pdf|docx?|xlsx?|pptx?|css|js|woff2?|ttf|torrent)$/i;
/** Markup and templates that some program forgot to fill in: junk that was never an address. */
const JUNK = /(?:%3c|<)\s*(?:a|script|img)\b|(?:%5b|\[)url(?:=|%3d|%5d|\])|%7b%7b|\{\{|%24%7b|\$\{/i;

function oddities(source: URL): string | undefined {
  if (NO_PAGE.test(source.pathname))
    return 'Its address is that of a picture, a program or another file that has no links.';
  if (JUNK.test(source.href)) return 'Its address has markup or an empty template in it.';
  return undefined;
}

/**
 * Blocks of the owner's, subscribed lists, what waited too long before, and addresses that are none. Most sites have no
 * lists and nothing forgotten, so that is known in memory and costs no query.
 */
export function createGate({ store, rules, clock, random }: GateDeps): Gate {
  const suppression = createSuppression({ store, clock, random });
  const recent = createRecently(clock, look);

  async function look() {
    const [lists, forgotten] = await Promise.all([store.blockLists.list(), store.forgotten.any()]);
    return lists.length > 0 || forgotten ? { lists: lists.length > 0, forgotten } : undefined;
  }

  /** By what the store has of this one address. */
  async function askStore(source: URL, target: OwnTarget, has: NonNullable<Awaited<ReturnType<typeof look>>>) {
    if (has.lists) {
      const [list] = await store.blockLists.naming(suffixesOf(source.hostname));
      if (list) return `Its domain is on the block list ${list}.`;
    }
    if (has.forgotten) {
      const pair = { site: target.site.id, sourceKey: identity(source), targetKey: target.key };
      if (await store.forgotten.has(await pairHash(pair)))
        return 'It was forgotten before: it waited too long for a decision, or was turned down.';
    }
    return undefined;
  }

  function judge(book: RuleBook, source: URL, target: OwnTarget): ReturnType<Gate['refuses']> {
    const blocking = book.findByAddress('block', source.href);
    if (blocking) return `You block ${blocking.value}.`;
    if (book.findByAddress('allow', source.href)) return undefined;
    const odd = oddities(source);
    if (odd) return odd;
    return whenKnown(recent(), (has) => has && askStore(source, target, has));
  }

  return {
    suppresses: suppression.covers,
    refuses: (source, target) => whenKnown(rules.recent(target.site.id), (book) => judge(book, source, target)),
  };
}
