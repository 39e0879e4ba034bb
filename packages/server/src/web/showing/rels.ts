import { createRuleShelf } from '../../inbound/rule-shelf.ts';
import type { PublicMention } from '../../mention.ts';
import type { Clock, Rules } from '../../ports/index.ts';
import { FOLLOWED_REL, REL } from '../rel.ts';

/**
 * What the link to the source of each mention says of itself. The owner vouches for some by rules that allow an author, a
 * path or a host and whose links are followed; they are asked as when mentions are judged, so that neither a name in
 * somebody else's page nor a redirect borrows the trust.
 */
export function createRels(rules: Pick<Rules, 'list' | 'revision'>, clock: Clock) {
  const trusted = {
    list: async (site: string) => (await rules.list(site)).filter(({ follow }) => follow),
    revision: rules.revision,
  };
  const shelf = createRuleShelf(trusted, clock);
  return (mentions: readonly PublicMention[]): Promise<string[]> =>
    Promise.all(
      mentions.map(async (mention) => {
        const book = await shelf.recent(mention.site);
        return book.size > 0 && book.find('allow', mention) ? FOLLOWED_REL : REL;
      }),
    );
}
