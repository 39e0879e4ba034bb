import type { Desk, MentionScope } from '../../inbound/desk.ts';
import type { Mention } from '../../mention.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import { line } from '../text.ts';
import { MENTION_SCOPES } from './decision.ts';

/** The title of one of our pages by its map, or `''`. */
export function pageTitleOf(directory: SiteDirectory, target: string): string {
  const url = URL.parse(target);
  return line(url ? directory.resolve(url)?.page?.title : '');
}

/** What of a mention a rule could be made about. */
export function scopesOf(desk: Desk, mention: Mention): readonly MentionScope[] {
  return MENTION_SCOPES.filter((scope) => desk.ruleFor(mention, scope) !== undefined);
}
