import { three } from '../three.ts';

/** What the doctor finds on pages that link to others. */
export const findingsOfSources = {
  'redirect.source': three(
    'The page redirects to {url}.',
    'WordPress follows no redirect of a source.',
    'Link to that address and announce it.',
  ),
  refresh: three(
    'The page sends its readers on to {url} (refresh).',
    'So it is no page to be told of.',
    'Link to that page and announce it.',
  ),
  'status.source': three(
    'The page answers HTTP {status}.',
    'Only one that answers 200 is taken for a source.',
    'Publish it, or announce the address that it has now.',
  ),
  type: three('The page is {type} and not HTML.', 'Links are looked for in HTML.', 'Serve it as `text/html`.'),
  'type.none': three(
    'The page does not say of what type it is.',
    'Links are looked for in HTML.',
    'Serve it as `text/html`.',
  ),
  port: three(
    'The page is on port {port}.',
    'WordPress takes sources on 80, 443 and 8080 only.',
    'Serve it on one of them.',
  ),
  address: three('The page is at a bare address.', 'Most receivers take names only.', 'Give it a name.'),
  'title-late': three(
    'The title comes after 150 KB.',
    'WordPress refuses such a page (fault 32).',
    'Move it to the top.',
  ),
  'title-attributes': three(
    'The title element has attributes.',
    'WordPress refuses such a page (fault 32).',
    'Leave them out.',
  ),
  'title-missing': three('The page has no title.', 'WordPress refuses such a page (fault 32).', 'Give it one.'),
  large: three(
    'The page is larger than 1 MiB.',
    'Nobody looks for links after that.',
    'Make it smaller, or have its links come early.',
  ),
  'no-pingback': three(
    'The page names no pingback endpoint of its own.',
    'Typecho refuses such sources.',
    'Add `<link rel="pingback" href="…">`.',
  ),
  noindex: three(
    'The page asks not to be indexed (noindex).',
    'Some take that for not being public.',
    'Leave it out where the page may be found.',
  ),
  'noindex.after': three(
    'The page named a date from which it is not to be found (`unavailable_after`), and it has passed.',
    'From then on that means noindex, and some take it for not being public.',
    'Take the date out where the page may be found.',
  ),
  'no-links': three(
    'The content of the page links to nobody else.',
    'So there is nobody to tell.',
    'If it should, put the links into the article and not into the navigation.',
  ),
  'link-late': three(
    'Some links come after 150 KB: {links}.',
    'WordPress does not look there.',
    'Move the article up, or long scripts and styles out of the page.',
  ),
  'link-ampersand': three(
    'In some links `&` is not written `&amp;`: {links}.',
    'WordPress does not find them.',
    'Write `&amp;`.',
  ),
  'link-shape': three(
    'WordPress would not find some links: {links}.',
    'It looks for a lower-case `<a>` whose address is written in full, with text and neither a picture nor a heading or paragraph in it.',
    'Give those links such a form.',
  ),
};
