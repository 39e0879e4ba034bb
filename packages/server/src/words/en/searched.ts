import { counted } from '../plural.ts';

const count = counted('en');

/** Pages that a list names as linking here, and what a look at each came to. */
export const searched = {
  title: 'Pages searched for links',
  what: 'Pages that a list of yours names as linking to you, such as “Latest links” of Search Console. Each is looked at once, as soon as the limits allow. The links found there wait for your decision like any other.',
  waiting: (n: number) =>
    count(n, { none: 'None waits.', one: '# waits to be searched.', other: '# wait to be searched.' }),
  done: (n: number) => count(n, { none: 'None was searched yet.', one: '# was searched', other: '# were searched' }),
  withLinks: (n: number) => count(n, { none: 'none has a link', one: '# has links', other: '# have links' }),
  links: (n: number) => count(n, { none: 'no link', one: '# link', other: '# links' }),
  all: 'All',
  without: 'Only those without a link',
  page: 'Page',
  when: 'Searched',
  found: 'What was found',
  older: 'Older ones',
  nothing: 'There is none.',
  give: 'Give a list of pages that link',
};
