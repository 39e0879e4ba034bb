import { decodeHTML } from 'entities';
import { plainText } from '../text.ts';

const MAX_MESSAGE = 500;

/**
 * A peer's words as one line of text for a person: markup and a second layer of entities taken out (some servers escape
 * twice), nothing invisible in it, at most `max` graphemes. It is text, not HTML: whoever shows it escapes it.
 */
export function readableMessage(text: string, max = MAX_MESSAGE): string {
  return plainText(decodeHTML(text.replaceAll(/<[^<>]*>/g, ' ')), max);
}
