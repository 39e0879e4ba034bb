import { counted } from '../plural.ts';

const count = counted('en');

/** The pages of a site, each with its own switches. */
export const ownPages = {
  titleOf: (site: string) => `Pages of ${site}`,
  heading: 'Pages of {site}',
  none: 'No pages are known.',
  more: 'More pages',
  page: 'Page',
  receives: 'Receives',
  sends: 'Sends',
  gone: '(gone)',
  yes: 'Yes',
  no: 'No',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  follow: 'Follow the site',
  receivingFor: (page: string) => `receiving for ${page}`,
  sendingFor: (page: string) => `sending for ${page}`,
  known: (pages: number) =>
    count(pages, {
      one: '[# page is known] from its feed or sitemap; nothing else is accepted as a target.',
      other: '[# pages are known] from its feed or sitemap; nothing else is accepted as a target.',
    }),
  noMap:
    'There is no map of this site’s pages, so any address under it is accepted as a target. Name its feed or its sitemap in the configuration to accept only pages that exist, and to close single ones.',
};
