import type { PageReading, Protocol } from '@hearback/protocol';
import type { ModerationMode } from '../../site-settings.ts';
import type { RuleBook } from '../rule-book.ts';
import type { Likeness } from './texts.ts';
import type { TopicCounts } from './topics.ts';

/** All that is known of a mention when it is judged. Facts only; the judge asks nobody. */
export interface Evidence {
  readonly source: string;
  readonly target: string;
  readonly protocols: readonly Protocol[];
  readonly reading: PageReading;
  readonly rules: RuleBook;
  /** Names of block lists that have the source's host, or the host that it leads to. */
  readonly listedBy: readonly string[];
  /** A page of the same registrable domain is shown to readers already. */
  readonly isKnown: boolean;
  /** Who is shown without a decision of the owner. */
  readonly mode: ModerationMode;
  /** What is alike of our own texts and other domains' mentions; `undefined` when the page has too few words to tell. */
  readonly likeness: Likeness | undefined;
  /** Topics of the target page; `undefined` when its text is not at hand. */
  readonly ownTopics: TopicCounts | undefined;
  /** Whether the announcement came from the source's own server or its neighbours; `undefined` when nobody can say. */
  readonly fromSource: boolean | undefined;
  /** What a service said that was asked: a sentence and whether it calls it spam; `undefined` when none was asked. */
  /** The owner decided about it before, so that no points do. */
  readonly isOwners: boolean;
  /** It waited for a decision at the place that it was brought from. */
  readonly waitedElsewhere?: boolean | undefined;
  readonly opinion: { readonly isSpam: boolean; readonly sentence: string } | undefined;
}

/** Something that speaks for or against a mention. */
export interface Finding {
  /** Points by the table of weights; below zero it speaks for it. */
  readonly points: number;
  /** A sentence for the owner. */
  readonly reason: string;
}

/** One thing that is looked at. Pure, and linear in what the reading holds. */
export type Signal = (evidence: Evidence, topics: TopicCounts) => Iterable<Finding>;
