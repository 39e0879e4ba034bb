import { foldRuleText } from './rule.ts';
import { pageKey } from './site.ts';

/**
 * What tells one author from another where mentions are looked for: the identity of a page, or a whole name without case
 * and marks. The same for what a page says and for what a person types.
 */
export function authorKey(text: string): string {
  const trimmed = text.trim();
  const address = /^https?:\/\//i.test(trimmed)
    ? trimmed
    : /^[^\s/]+\.[^\s]+$/.test(trimmed)
      ? `http://${trimmed}`
      : '';
  const url = URL.parse(address);
  return url ? pageKey(url) : foldRuleText(trimmed);
}
