import type { MatchLevel, PageReading } from '@hearback/protocol';
import type { ModerationState } from '../mention.ts';
import { covers, type Rule } from '../rule.ts';

export interface Judgement {
  readonly to: Extract<ModerationState, 'approved' | 'pending' | 'spam'>;
  /** Sentences for the owner; never empty. */
  readonly reasons: readonly string[];
}

/**
 * Approve, hold or call it spam. Only a rule that the owner made publishes anything: a source that was harmless
 * yesterday, or that calls itself somebody's, is held like any other.
 */
export function judge(source: string, { entry, links, level }: PageReading, rules: readonly Rule[]): Judgement {
  const mention = { source, entry };
  const blocking = rules.find((rule) => rule.action === 'block' && covers(rule, mention));
  if (blocking) return { to: 'spam', reasons: [`You block ${blocking.value}.`] };
  const allowing = rules.find((rule) => rule.action === 'allow' && covers(rule, mention));
  if (allowing) return { to: 'approved', reasons: [`You always allow ${allowing.value}.`] };
  return { to: 'pending', reasons: [unknown(source), ...remarks(links, level)] };
}

function unknown(source: string): string {
  return `${new URL(source).hostname} is not among the authors and pages that you always allow.`;
}

function* remarksOf(links: PageReading['links'], level: MatchLevel | undefined): Generator<string> {
  const rel = new Set(links.flatMap((link) => link.rel));
  const loose = level && LOOSE[level];
  if (loose) yield loose;
  if (rel.has('sponsored')) yield 'The link is marked as paid for (rel=sponsored).';
  else if (links.length > 0 && links.every((link) => link.rel.includes('nofollow')))
    yield 'The link asks search engines not to follow it (rel=nofollow).';
  if (links.length > 0 && links.every((link) => link.anchor === ''))
    yield 'The link has no text that a reader would see.';
}

function remarks(links: PageReading['links'], level: MatchLevel | undefined): string[] {
  return [...remarksOf(links, level)];
}

const LOOSE: Partial<Record<MatchLevel, string>> = {
  L5: 'The link differs from the announced address by a trailing slash or “www.”.',
  L6: 'The link goes to another address of the same page.',
};
