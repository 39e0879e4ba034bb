import type { Desk } from '../../inbound/desk.ts';
import type { Mention } from '../../mention.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import type { Rule } from '../../rule.ts';
import { line } from '../text.ts';

/** The title of one of our pages by its map, or `''`. */
export function pageTitleOf(directory: SiteDirectory, target: string): string {
  const url = URL.parse(target);
  return line(url ? directory.resolve(url)?.page?.title : '');
}

/** The rules that "always allow" could make of a mention that is not shown yet. */
export function rulesFor(desk: Desk, mention: Mention): readonly Rule[] {
  if (mention.moderation === 'approved') return [];
  return (['author', 'path'] as const)
    .map((scope) => desk.ruleFor(mention, scope))
    .filter((rule) => rule !== undefined);
}
