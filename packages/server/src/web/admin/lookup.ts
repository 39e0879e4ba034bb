import type { Desk } from '../../inbound/desk.ts';
import type { Mention } from '../../mention.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import { RULE_ACTIONS, type Rule } from '../../rule.ts';
import { line } from '../text.ts';
import { MENTION_SCOPES } from './decision.ts';

/** The title of one of our pages by its map, or `''`. */
export function pageTitleOf(directory: SiteDirectory, target: string): string {
  const url = URL.parse(target);
  return line(url ? directory.resolve(url)?.page?.title : '');
}

/** The rules that could be made of a mention: to allow what is not shown yet, to mute or block the rest. */
export function rulesFor(desk: Desk, mention: Mention): readonly Rule[] {
  const actions = mention.moderation === 'approved' ? (['mute', 'block'] as const) : RULE_ACTIONS;
  return actions.flatMap((action) =>
    MENTION_SCOPES.map((scope) => desk.ruleFor(mention, scope, action)).filter((rule) => rule !== undefined),
  );
}
