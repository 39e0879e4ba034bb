import { publicAddress } from './addresses.ts';
import type { AttackCase, Expectation } from './case.ts';
import type { Peer } from './peers.ts';
import { TARGET } from './requests.ts';
import { type Act, page, reply } from './verbs.ts';

export const [OWN, OTHER] = [publicAddress(1), publicAddress(2)];
const THIRD = publicAddress(3);

export const DNS = {
  'alice.example': [OWN],
  'other.test': [OTHER],
  'third.test': [THIRD],
  'in.test': ['10.0.0.1'],
  'hear.example': [publicAddress(4)],
};

export const PAGE = 'http://other.test/page';

export const GETS = [`GET ${TARGET}`, `GET ${PAGE}`];

export const HTML = 'Content-Type: text/html';

/** The owner's post links to a page that answers so; nothing goes anywhere but there. */
export function telling(
  title: string,
  peer: Peer,
  expect: Expectation = {},
  more: Partial<AttackCase> = {},
): AttackCase {
  return {
    title,
    dns: DNS,
    dial: {
      [`${OWN}:80`]: page(`<article><a href="${PAGE}">x</a></article>`),
      [`${OTHER}:80`]: peer,
      [`${THIRD}:80`]: reply('200 OK', [], ''),
    },
    deed: { send: TARGET },
    expect: { contacted: { atMost: 3 }, requests: GETS, withinMs: 20_000, ...expect },
    ...more,
  };
}

/** A page whose endpoint answers so. */
export const endpoint = (answer: Act, kind: 'webmention' | 'pingback' = 'webmention'): Peer => ({
  '/page': reply(
    '200 OK',
    [HTML, kind === 'webmention' ? 'Link: </end>; rel=webmention' : 'X-Pingback: http://other.test/end'],
    'x',
  ),
  '/end': answer,
  '*': page('x'),
});

export const DOCTYPE = `<!DOCTYPE m [<!ENTITY a "ha">${[...'abcdefgh'].map((name, at) => `<!ENTITY ${'bcdefghi'[at]} "${`&${name};`.repeat(10)}">`).join('')}]>`;
