import type { BroughtAs } from '../../mention.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** Bringing mentions from another place, and taking them elsewhere. */
export const moving = {
  title: 'Moving in and out',
  what: 'Bring the mentions of another place, or take yours elsewhere.',
  inTitle: 'Bring mentions',
  inWhat:
    'An export file of WordPress, or what webmention.io, go-jamming or webmentiond gave you. What was public there is looked at again, politely and bit by bit, and then public here; what waited there waits for you; spam and trash stay out. What is here stays as it is, so the same file twice does no harm.',
  file: 'File',
  fileHint: 'Up to 16 MiB. Larger ones, and addresses with a token, are read by the command `hearback import FILE`.',
  site: 'Site',
  allSites: 'all sites',
  read: 'Read it',
  noFile: 'Choose a file first.',
  tooLarge: 'The file has more than 16 MiB: read it with `hearback import FILE` on the server.',
  stopped: 'It was read up to a mistake, and what came before is kept. In the words of the reader: {problem}',
  done: (n: number) => count(n, { one: 'It was read: # entry.', other: 'It was read: # entries.' }),
  nothingNew: 'There was nothing new in it, so nothing changed.',
  outcome: 'Outcome',
  number: 'Number',
  outTitle: 'Take mentions elsewhere',
  outWhat:
    'Files that others read. What is spam, rejected or lost stays here, and so do tokens and people’s addresses. For a file of any size, and for parts, there is `hearback export FILE`.',
  save: 'Save',
  formats: {
    wxr: 'For WordPress: pingbacks, trackbacks and webmentions as comments of their pages, those that wait too',
    jf2: 'JF2 of webmention.io: what is public',
    jsonfeed: 'JSON Feed: what is public',
  },
  removals: 'Removed on request',
  removalsWhat: 'Whom somebody asked to have removed: delete it for good, and let it in no more.',
  taken: {
    approved: 'were public there: approved, and looked at before they are shown',
    pending: 'waited there: they wait for you',
    named: 'were only named: they are looked at like any other',
  } satisfies Record<BroughtAs, string>,
  skipped: {
    comment: 'comments that people wrote: left out',
    spam: 'called spam there: left out',
    trash: 'in the trash there: left out',
    private: 'private there: left out',
    deleted: 'deleted there: left out',
    unpublished: 'on pages that were not public there: left out',
    unreadable: 'without a usable source and target: left out',
    foreign: 'to pages of no site of yours: left out',
    unknown: 'to pages that are not in the map of your pages: left out',
    gone: 'to pages of yours that are gone: left out',
    self: 'of a page to itself: left out',
    blocked: 'turned away by your rules and lists, or forgotten before: left out',
    removed: 'removed on request: left out',
    known: 'here already: as they were',
  },
};
