import { siteOfUrl } from '../../domain.ts';
import { hostOf } from '../../rule.ts';
import type { Evidence, Finding } from './evidence.ts';
import { PARKED, PERHAPS_PARKED, SENDING_ON } from './terms.ts';
import { phraseCounter } from './topics.ts';
import { MEASURES, POINTS } from './weights.ts';
import { foldWords } from './word-finder.ts';

const parkedIn = phraseCounter(PARKED);
const perhapsParkedIn = phraseCounter(PERHAPS_PARKED);
const sendingIn = phraseCounter(SENDING_ON);

/** Pages that are none: they send their readers on, or stand on a domain that nobody uses. */
export function* passage({ source, target, reading: { facts, surroundings } }: Evidence): Generator<Finding> {
  const end = siteOfUrl(facts.finalUrl);
  if (end !== '' && end !== siteOfUrl(source)) {
    if (end === siteOfUrl(target))
      yield { points: POINTS.sendsToUs, reason: 'It sends its readers on to your own site and is no page of its own.' };
    else yield { points: POINTS.movedDomain, reason: `It leads to another domain, ${end}.` };
  }
  if (!surroundings) return;
  const sends = [...sending(siteOfUrl(surroundings.sendsOn), end || siteOfUrl(source), siteOfUrl(target))];
  yield* sends;
  const { words, text, description } = surroundings;
  const folded = foldWords(
    `${facts.title} . ${description} . ${surroundings.headings.join(' . ')} . ${text.slice(0, 5_000)}`,
  );
  if (words < MEASURES.passageWords && (sends.length > 0 || sendingIn(folded).distinct > 0))
    yield {
      points: POINTS.passage + (words < MEASURES.barePassageWords ? POINTS.barePassage : 0),
      reason: 'It says hardly more than that its reader is being sent on.',
    };
  const parked = parkedIn(folded);
  const isNamedAsHost = facts.title.toLowerCase().includes(hostOf(source));
  const isShort = words < MEASURES.parkedWords / 3;
  const isSurely = parked.distinct >= 2 || (parked.distinct === 1 && isShort);
  if (words < MEASURES.parkedWords && (isSurely || (isNamedAsHost && isShort && perhapsParkedIn(folded).distinct >= 2)))
    yield { points: POINTS.parked, reason: 'It is the page of a domain that nobody uses, or that is for sale.' };
}

function* sending(to: string, here: string, ours: string): Generator<Finding> {
  if (to === '' || to === here) return;
  if (to === ours)
    yield { points: POINTS.sendsToUs, reason: 'It sends its readers on to your own site and is no page of its own.' };
  else yield { points: POINTS.sendsOn, reason: `It sends its readers on to ${to} without being asked.` };
}
