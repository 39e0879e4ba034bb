import type { Presented } from '../presented.ts';

const VERBS = { mention: 'mentioned', reply: 'replied to', like: 'liked', repost: 'reposted', bookmark: 'bookmarked' };
const ANSWERS = {
  yes: 'RSVPed yes to',
  no: 'RSVPed no to',
  maybe: 'RSVPed maybe to',
  interested: 'RSVPed interested in',
};

/** `bob.example liked /post`: the title of an entry in webmention.io's feeds. */
export function deed({ kind, rsvp, host, target }: Pick<Presented, 'kind' | 'rsvp' | 'host' | 'target'>): string {
  const verb = kind === 'rsvp' ? (rsvp ? ANSWERS[rsvp] : 'RSVPed to') : VERBS[kind];
  const { pathname = '', search = '' } = URL.parse(target) ?? {};
  return `${host} ${verb} ${pathname}${search}`;
}
