import { counted } from '../plural.ts';

const count = counted('en');

/** Lists of domains that others keep. */
export const blockLists = {
  title: 'Block lists',
  what: 'Domains on them are turned away before anything is fetched, on all sites. What you always allow is not. They are read again every day.',
  domains: (domains: number) => count(domains, { one: '# domain', other: '# domains' }),
  skipped: (lines: number) => count(lines, { one: '# line skipped', other: '# lines skipped' }),
  notRead: 'not read yet',
  looked: 'looked at {when}',
  remove: 'Remove',
  removeOne: (address: string) => `Remove ${address}`,
  address: 'Address of a list, with one domain a line or in the format of a hosts file',
  notWeb: 'Give a web address, such as https://lists.example/spam.txt.',
  subscribe: 'Subscribe',
};
