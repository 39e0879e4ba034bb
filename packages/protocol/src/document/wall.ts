import { type HeaderLine, headerValues } from '../http.ts';
import { urlParts } from '../identity.ts';
import { plainText } from '../text.ts';
import { markupOf } from './markup.ts';
import { namesOf } from './names.ts';
import { type Visitor, walk } from './walk.ts';
import { WALL_SIGNS, type Wall, type WallSign } from './wall-signs.ts';

/** An answer that is not, or may not be, the page that was asked for. */
export interface Answered {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: Uint8Array;
  readonly finalUrl: string;
  /** The address that was asked for first; the final one unless told. */
  readonly asked?: string;
}

/** Walls are small. What is larger is a page, whatever it says. */
const MAX_BYTES = 256 * 1024;
const MAX_TEXT = 20_000;

interface Look {
  readonly title: string;
  readonly words: number;
  readonly password: boolean;
  /** Of all, in lower case. */
  readonly markup: string;
}

function lookAt(markup: string): Look {
  let title = '';
  let text = '';
  let password = false;
  let inTitle = false;
  walk(markup, () => {
    const visitor: Visitor = {
      elements: namesOf(['title', 'input']),
      attributes: namesOf(['type']),
      hears: true,
      open(name, attributes) {
        if (name === 'title') inTitle = title === '';
        else if (attributes.get('type')?.trim().toLowerCase() === 'password') password = true;
      },
      close(name) {
        if (name === 'title') inTitle = false;
      },
      text(piece) {
        if (inTitle) title += piece;
        else if (text.length < MAX_TEXT) text += ` ${piece}`;
      },
    };
    return visitor;
  });
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return { title: plainText(title, 250), words, password, markup: markup.toLowerCase() };
}

/** Host and path, when the request did not end where it began. */
function sentTo({ finalUrl, asked }: Answered): string {
  const [end, begin] = [urlParts(finalUrl), urlParts(asked ?? finalUrl)];
  const place = (parts: typeof end) => (parts === undefined ? '' : `${parts.host}${parts.path}`);
  return place(end) === place(begin) ? '' : place(end);
}

function holds(sign: WallSign, answer: Answered, look: () => Look): boolean {
  const { header, status, title, markup, words, password } = sign;
  if (header && !headerValues(answer.headers, header[0]).some((value) => header[1].test(value.trim()))) return false;
  if (status && !status.includes(answer.status)) return false;
  if (sign.sentTo && !sign.sentTo.test(sentTo(answer))) return false;
  if (title && !title.test(look().title)) return false;
  if (words !== undefined && look().words > words) return false;
  if (password && !look().password) return false;
  return markup === undefined || markup.some((needle) => look().markup.includes(needle));
}

/**
 * Tells whether an answer is a wall instead of the page: by headers that only walls have, and by titles and names of
 * scripts on pages that say next to nothing else. A page that speaks of captchas is a page. Linear; never throws. To be
 * asked only about answers without the link.
 *
 * @example
 * wallOf({ status: 403, headers: [['cf-mitigated', 'challenge']], body, finalUrl }); // { kind: 'challenge', by: 'Cloudflare' }
 */
export function wallOf(answer: Answered): Wall | undefined {
  if (answer.body.length > MAX_BYTES) return undefined;
  let known: Look | undefined;
  const look = () => {
    known ??= lookAt(markupOf(answer));
    return known;
  };
  const sign = WALL_SIGNS.find((one) => holds(one, answer, look));
  return sign && { kind: sign.kind, by: sign.by };
}
