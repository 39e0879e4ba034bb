import type { RunState } from '../../import-run.ts';
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
  fileHint:
    'Up to 1 GiB; it is read while everything else goes on. Larger ones, and addresses with a token, are read by the command `hearback import FILE`.',
  dry: 'Only look: say what would come in, and store nothing',
  site: 'Site',
  allSites: 'all sites',
  read: 'Read it',
  noFile: 'Choose a file first.',
  notWhole: 'It was not taken:',
  busy: 'Five files wait to be read already: wait for one of them.',
  stopped: 'It ended before the end of the file, and what came before is kept. In the words of the reader: {problem}',
  runs: 'Files that were given',
  given: 'Given',
  states: {
    waiting: 'Waits for its turn.',
    reading: 'Is being read.',
    stalled: 'Stands still.',
    done: 'Read to the end.',
    ended: 'Ended before the end.',
  } satisfies Record<RunState, string>,
  stalledTodo:
    'The server that had the file is gone. It goes on when that server is back; or give the file again: what is here stays as it is.',
  dryDone: 'It was only looked at: nothing was stored.',
  again: 'Look again',
  stop: 'Stop reading',
  leftOut: 'What was left out',
  leftOutFile: 'Save it as a table (CSV, the first 10,000)',
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
  linking: 'name a page that links: it is searched for links to your sites',
  searched: 'What became of the pages that are searched',
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
    own: 'pages of your own sites: left out',
    blocked: 'turned away by your rules and lists, or forgotten before: left out',
    removed: 'removed on request: left out',
    known: 'here already: as they were',
    searched: 'searched for links already, or within a week: left out',
  },
};
