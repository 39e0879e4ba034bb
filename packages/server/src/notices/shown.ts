import type { Kind } from '@hearback/protocol';
import type { Mention } from '../mention.ts';
import type { LinkDecision } from '../notice-link.ts';

/** A mention as its owner may see it: text without tricks and http(s) addresses only. Each mail still escapes for itself. */
export interface Shown {
  readonly kind: Kind;
  readonly source: string;
  readonly target: string;
  readonly host: string;
  readonly author: { readonly name: string };
  readonly title: string;
  readonly excerpt: string;
  readonly reasons: readonly string[];
}

export type Show = (mention: Mention) => Shown;

/** Where the words of a notice lead. */
export interface Links {
  readonly inbox: string;
  mention(id: string): string;
  decide(decision: LinkDecision, mention: string, recipient: string): Promise<string>;
  stop(recipient: string): Promise<string>;
}

/** The beginning of a text, and a sign that there was more. Characters that take two units stay whole. */
export function cut(text: string, most: number): string {
  const characters = [...text.slice(0, 2 * most + 2)];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : text;
}
