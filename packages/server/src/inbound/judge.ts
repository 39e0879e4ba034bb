import type { Surroundings } from '@hearback/protocol';
import type { ModerationState } from '../mention.ts';
import { type Rule, ruleWords } from '../rule.ts';
import { address } from './judge/address.ts';
import { copies } from './judge/copies.ts';
import type { Evidence, Finding, Signal } from './judge/evidence.ts';
import { standingOf } from './judge/first-timers.ts';
import { hidden } from './judge/hidden.ts';
import { outsideLinks } from './judge/outside-links.ts';
import { passage } from './judge/passage.ts';
import { prose } from './judge/prose.ts';
import { remarks } from './judge/remarks.ts';
import { sales } from './judge/sales.ts';
import { subject } from './judge/subject.ts';
import { topicsOf } from './judge/topics.ts';
import { SPAM_AT } from './judge/weights.ts';
import { whereabouts } from './judge/whereabouts.ts';

export interface Judgement {
  readonly to: ModerationState;
  /** Sentences for the owner, those that weighed in with their points; never empty. */
  readonly reasons: readonly string[];
  /** Points against it; 0 where a rule decided. */
  readonly points: number;
  /** The rule that decided. */
  readonly rule: Rule | undefined;
}

const SIGNALS: readonly Signal[] = [
  remarks,
  copies,
  passage,
  hidden,
  outsideLinks,
  subject,
  sales,
  prose,
  whereabouts,
  address,
];

/**
 * Approve, hold, keep away or call it spam. A pure function of the evidence. Only a rule that the owner made publishes
 * anything, or the owner's word that those who were approved before need no other look: otherwise a source that was
 * harmless yesterday, or that calls itself somebody's, is held like any other. What the page is like can only make it
 * spam, and the owner can take that back.
 */
export function judge(evidence: Evidence): Judgement {
  const { source, reading, rules, listedBy } = evidence;
  const mention = { source, entry: reading.entry, links: reading.links, facts: reading.facts };
  const blocking = rules.find('block', mention);
  if (blocking) return ruled('spam', blocking, `You block ${blocking.value}.`);
  const muting = rules.find('mute', mention);
  if (muting) return ruled('rejected', muting, `You mute ${ruleWords(muting)}.`);
  if (evidence.waitedElsewhere)
    return held('It waited for a decision at the place that it was brought from, so it waits for yours.');
  const allowing = rules.find('allow', mention);
  if (allowing && evidence.mode === 'all')
    return held(`You always allow ${allowing.value}, and this site holds everything until you decide.`);
  if (allowing) return ruled('approved', allowing, `You always allow ${allowing.value}.`);
  if (evidence.isOwners) return held('You decided about it before, so it waits for you.');
  if (listedBy.length > 0)
    return {
      to: 'spam',
      reasons: listedBy.map((name) => `Its domain is on the block list ${name}.`),
      points: SPAM_AT,
      rule: undefined,
    };
  return weigh(evidence);
}

function held(reason: string): Judgement {
  return { to: 'pending', reasons: [reason], points: 0, rule: undefined };
}

function ruled(to: ModerationState, rule: Rule, reason: string): Judgement {
  return { to, reasons: [reason], points: 0, rule };
}

function weigh(evidence: Evidence): Judgement {
  const { surroundings } = evidence.reading;
  const topics = topicsOf(surroundings ? withComments(surroundings) : evidence.reading.entry.excerpt);
  const findings = SIGNALS.flatMap((signal) => [...signal(evidence, topics)]);
  const points = findings.reduce((sum, finding) => sum + finding.points, 0);
  const sorted = findings.toSorted((a, b) => b.points - a.points).map(sentenceOf);
  if (points >= SPAM_AT)
    return {
      to: 'spam',
      reasons: [`It has ${points} points against it, and ${SPAM_AT} make it spam.`, ...sorted],
      points,
      rule: undefined,
    };
  // Whoever was approved once may sell his blog: half of what makes spam holds it.
  const isClean = points < SPAM_AT / 2;
  const standing = evidence.mode === 'first' ? standingOf(evidence) : undefined;
  return {
    to: standing?.isTrusted && isClean ? 'approved' : 'pending',
    reasons: [standing && (isClean || !standing.isTrusted) ? standing.reason : unknown(evidence.source), ...sorted],
    points,
    rule: undefined,
  };
}

/** The text as it is where nobody commented: it was folded already. */
function withComments({ text, comments }: Surroundings): string {
  return comments === '' ? text : `${text} \n ${comments}`;
}

function sentenceOf({ points, reason }: Finding): string {
  return points === 0 ? reason : `${reason} (${points > 0 ? '+' : '−'}${Math.abs(points)})`;
}

function unknown(source: string): string {
  return `${new URL(source).hostname} is not among the authors and pages that you always allow.`;
}
