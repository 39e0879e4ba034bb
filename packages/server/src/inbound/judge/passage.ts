import { siteOfUrl } from '../../domain.ts';
import { hostOf } from '../../rule.ts';
import type { Evidence, Finding } from './evidence.ts';
import { foldWords } from './fold-words.ts';
import { phrasesOf } from './phrases.ts';
import { PARKED, PERHAPS_PARKED, SENDING_ON } from './terms.ts';
import { MEASURES, POINTS } from './weights.ts';

const parked = phrasesOf(PARKED);
const perhapsParked = phrasesOf(PERHAPS_PARKED);
const sendingOn = phrasesOf(SENDING_ON);

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
  if (words >= MEASURES.parkedWords) return;
  const folded = foldWords(
    `${facts.title} . ${description} . ${surroundings.headings.join(' . ')} . ${text.slice(0, 5_000)}`,
  );
  if (words < MEASURES.passageWords && (sends.length > 0 || sendingOn.in(folded).length > 0))
    yield {
      points: POINTS.passage + (words < MEASURES.barePassageWords ? POINTS.barePassage : 0),
      reason: 'It says hardly more than that its reader is being sent on.',
    };
  const sure = parked.in(folded).length;
  const isNamedAsHost = facts.title.toLowerCase().includes(hostOf(source));
  const isShort = words < MEASURES.parkedWords / 3;
  const isSurely = sure >= 2 || (sure === 1 && isShort);
  if (isSurely || (isNamedAsHost && isShort && perhapsParked.in(folded).length >= 2))
    yield { points: POINTS.parked, reason: 'It is the page of a domain that nobody uses, or that is for sale.' };
}

function* sending(to: string, here: string, ours: string): Generator<Finding> {
  if (to === '' || to === here) return;
  if (to === ours)
    yield { points: POINTS.sendsToUs, reason: 'It sends its readers on to your own site and is no page of its own.' };
  else yield { points: POINTS.sendsOn, reason: `It sends its readers on to ${to} without being asked.` };
}
