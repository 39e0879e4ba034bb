/** What announcing a page would do. */
export const preview = {
  title: 'What a post would tell',
  address: 'Address of your post',
  note: 'Its links are looked at, and nobody is told.',
  look: 'Look',
  noLinks: 'The page has no links that could be told.',
  link: 'Link',
  whatWill: 'What will happen',
  toldBy: (protocol: string) => `Told by ${protocol}`,
  told: 'Told',
  nothingMore: (state: string) => `Nothing more (${state})`,
  endpoint: 'Endpoint',
  none: 'none',
  why: 'Why',
  tellThem: 'Tell them',
};
