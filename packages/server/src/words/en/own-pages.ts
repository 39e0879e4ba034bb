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
};
