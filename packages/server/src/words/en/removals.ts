import type { SuppressedKind, Wish } from '../../ports/index.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** Whom somebody asked to have removed. */
export const removals = {
  title: 'Removed on request',
  what: 'What came from a page, a host or an author is deleted for good, with every trace of it, and let in no more: not by a new notification, an import, another look or a visitor. Only a hash remains here by which it is known again; who it was, nothing says.',
  kind: 'What',
  kinds: {
    page: 'A page',
    host: 'A host and all below it',
    author: 'An author, by the address of their page or their whole name',
  } satisfies Record<SuppressedKind, string>,
  value: 'Address, host or name',
  neither: 'That is no such address, host or name.',
  own: 'That is one of your own sites; nothing was deleted.',
  suffix:
    'Everybody may have a site under this name, so all of theirs would go. Name one of them; “hearback forget --whole-suffix” takes them all.',
  wish: 'At whose wish',
  wishes: {
    theirs: 'of whoever it is about',
    owner: 'mine',
    authority: 'of an authority',
  } satisfies Record<Wish, string>,
  sure: 'I know that this cannot be taken back.',
  notSure: 'Tick that you know it.',
  remove: 'Delete it for good',
  receipt: 'Receipt',
  receiptWhat: 'Copy it now and give it to whoever asked: it is shown this once, and nothing here keeps who that was.',
  when: 'When',
  number: 'Number',
  erased: 'Deleted',
  mentions: (n: number) => count(n, { one: '# mention', other: '# mentions' }),
  deliveries: (n: number) => count(n, { one: '# delivery', other: '# deliveries' }),
  refusals: (n: number) => count(n, { one: '# refusal', other: '# refusals' }),
  backups: 'Backups still hold it until they expire.',
  howToLift:
    'Lifting it with its number, on this page or with `hearback forget lift`, lets it in again. What was deleted stays deleted.',
  listed: 'What is let in no more',
  nothing: 'Nobody was removed.',
  lift: 'Let in again',
  lifted: 'Lifted: it may come in again. What was deleted stays deleted.',
  liftOne: (id: string) => `Let in again: ${id}`,
};
