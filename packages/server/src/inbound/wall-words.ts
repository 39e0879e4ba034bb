import type { Wall, WallKind } from '@hearback/protocol';
import type { Outage } from '../backlink.ts';

const WORDS: Readonly<Record<WallKind, string>> = {
  challenge: 'a challenge that only browsers pass',
  captcha: 'a question whether one is human',
  login: 'a form to log in',
  consent: 'a question for consent',
  parked: 'a page of somebody who parks or sells the name',
  blocked: 'a page that says that we may not see it',
  suspended: 'a notice that the site is suspended',
  maintenance: 'a notice that the site is closed for a while',
};

/** For the trace: what there was instead of the page, whose it is, and that this says nothing of the link. */
export function wallReason({ kind, by }: Wall, status: number): string {
  const whose = by === '' ? '' : ` (${by})`;
  return `Instead of the source there was ${WORDS[kind]}${whose}, with status ${status}: nobody can say whether it links.`;
}

/** For the ledger; see `Backlink.outage`. */
export function outageOf({ kind, by }: Wall): Outage | `${Outage} ${string}` {
  return by === '' ? kind : `${kind} ${by}`;
}
