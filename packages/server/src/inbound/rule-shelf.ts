import type { Clock, Rules } from '../ports/index.ts';
import { createRecently } from '../recently.ts';
import { whenKnown } from '../when-known.ts';
import { createRuleBook, type RuleBook } from './rule-book.ts';

/** The rules of all sites in memory: ten thousand of them are put in order once and not for each notification. */
export interface RuleShelf {
  /** As they are now. */
  fresh(site: string): Promise<RuleBook>;
  /** As they were at most a second ago; for the door, where every notification passes. */
  recent(site: string): RuleBook | Promise<RuleBook>;
}

export function createRuleShelf(rules: Pick<Rules, 'list' | 'revision'>, clock: Clock): RuleShelf {
  const books = new Map<string, RuleBook>();
  let revision = -1;
  const refreshed = createRecently(clock, refresh);

  async function refresh(): Promise<void> {
    const current = await rules.revision();
    if (current === revision) return;
    books.clear();
    revision = current;
  }

  async function read(site: string): Promise<RuleBook> {
    const made = createRuleBook(await rules.list(site));
    books.set(site, made);
    return made;
  }

  return {
    async fresh(site) {
      await refresh();
      return books.get(site) ?? read(site);
    },
    recent: (site) => whenKnown(refreshed(), () => books.get(site) ?? read(site)),
  };
}
