import type { Kind } from '@hearback/protocol';
import type { NoticeEvent } from '../../notice.ts';
import type { LinkDecision } from '../../notice-link.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** Mails, messages to topics, and the pages behind the links of mails. */
export const news = {
  /** `who` is a name or a host, `page` the path of a page of the owner's. */
  deed: {
    mention: (who: string, page: string) => `${who} mentions ${page}`,
    reply: (who: string, page: string) => `${who} replies to ${page}`,
    like: (who: string, page: string) => `${who} likes ${page}`,
    repost: (who: string, page: string) => `${who} reposts ${page}`,
    bookmark: (who: string, page: string) => `${who} bookmarks ${page}`,
    rsvp: (who: string, page: string) => `${who} answers the invitation on ${page}`,
  } satisfies Record<Kind, (who: string, page: string) => string>,
  held: (deed: string) => `${deed}: it waits for you`,
  published: (deed: string) => `${deed}: a rule of yours published it`,
  withdrawn: (who: string, page: string) => `Readers see no more what ${who} says about ${page}`,
  lost: (who: string, page: string) => `The link from ${who} to ${page} is gone`,
  recovered: (who: string, page: string) => `The link from ${who} to ${page} is back`,
  somebody: 'Somebody',
  many: {
    'mention.held': (n: number) => count(n, { one: '# mention waits for you', other: '# mentions wait for you' }),
    'mention.published': (n: number) =>
      count(n, { one: '# mention was published', other: '# mentions were published' }),
    'mention.withdrawn': (n: number) =>
      count(n, { one: '# mention was withdrawn', other: '# mentions were withdrawn' }),
    'mention.lost': (n: number) => count(n, { one: '# link is gone', other: '# links are gone' }),
    'mention.recovered': (n: number) => count(n, { one: '# link is back', other: '# links are back' }),
    'delivery.finished': (n: number) => count(n, { one: '# delivery ended', other: '# deliveries ended' }),
    'ledger.report': (n: number) => count(n, { one: '# report of links', other: '# reports of links' }),
  } satisfies Record<NoticeEvent, (n: number) => string>,
  test: 'A test notice',
  testText: 'This is a test: notices of Hearback arrive here.',
  from: 'From',
  to: 'To',
  decision: { approve: 'Approve', reject: 'Reject', spam: 'Spam' } satisfies Record<LinkDecision, string>,
  seeIt: 'See it at the desk',
  inbox: 'The inbox',
  more: (n: number) => `And ${n} more.`,
  asksAgain:
    'A link that decides opens a page that asks you once more. It is good for two weeks, and for as long as nobody decided.',
  stop: 'No more of these mails',
  // The pages.
  really: {
    approve: 'Approve this mention?',
    reject: 'Reject this mention?',
    spam: 'Call this mention spam?',
  } satisfies Record<LinkDecision, string>,
  means: {
    approve: 'Readers will see it under your page.',
    reject: 'Readers will not see it.',
    spam: 'Readers will not see it, and it counts as spam.',
  } satisfies Record<LinkDecision, string>,
  done: {
    approve: 'Approved.',
    reject: 'Rejected.',
    spam: 'Marked as spam.',
  } satisfies Record<LinkDecision, string>,
  deadLink: 'This link is good no more',
  deadLinkWhy:
    'It is older than two weeks, or the mention is gone, or the mails that it came with were ended. Decide at the desk instead.',
  decided: 'It was decided already',
  decidedWhy: 'Somebody decided about this mention before you. Change it at the desk.',
  desk: 'To the desk',
  stopTitle: 'No more of these mails?',
  stopText: (address: string) => `${address} will get no more notices. An owner can switch them on again at the desk.`,
  stopIt: 'Stop the mails',
  stopped: 'Stopped',
  stoppedText: (address: string) => `${address} gets no more notices.`,
};
