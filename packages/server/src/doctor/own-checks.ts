import { settingsOf } from '../site-settings.ts';
import { type Finding, problem, warning } from './finding.ts';
import type { Own, Target } from './target.ts';

/** What this Hearback itself would say to a notification about the page. */
export function* checkOwn(target: Target): Generator<Finding> {
  const { own } = target;
  if (own === undefined) return;
  yield* ofState(own);
  const taken = settingsOf(own.target.site).protocols;
  for (const { protocol } of target.discovery.endpoints)
    if (!taken.includes(protocol))
      yield problem(
        'protocol-off',
        `The page names an endpoint for ${protocol}, which its site does not take.`,
        'Such notifications are refused (fault 33, HTTP 400).',
        'Turn it on in the settings of the site, or take the endpoint off the page.',
      );
  if (!own.isMapped)
    yield warning(
      'no-map',
      `There is no map of the pages of ${own.target.site.name}.`,
      'Any address under the site is accepted as a target, also of pages that never were.',
      'Name the feed or the sitemap of the site in its settings.',
    );
}

function* ofState({ target: { state, site, because, page } }: Own): Generator<Finding> {
  switch (state) {
    case 'open':
      return;
    case 'unknown':
      yield problem(
        'not-on-map',
        'The page is not in the map of its site, which is read from the feed or the sitemap.',
        'Notifications about it are refused (fault 33, HTTP 400).',
        'Put it into the sitemap; the map is read again every hour and when a page is announced.',
      );
      return;
    case 'gone':
      yield problem(
        'gone',
        'The page is known to be gone.',
        'Notifications about it are refused (fault 32, HTTP 400).',
        'If it is there again, announce it or wait for the next look at the sitemap.',
      );
      return;
    case 'closed':
      yield site.receive
        ? problem(
            'closed',
            because ?? 'Receiving is switched off for this page.',
            'Notifications about it are refused (fault 33, HTTP 400).',
            page === undefined
              ? 'Change the settings of the site.'
              : 'Change the settings of the site, or the switch of the page in its list of pages.',
          )
        : problem(
            'receiving-off',
            `Receiving is switched off for ${site.name}.`,
            'Notifications about any of its pages are refused (fault 33, HTTP 400).',
            'Turn it on in the settings of the site.',
          );
  }
}
