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
    if (!taken.includes(protocol)) yield problem('protocol-off', { parts: { protocol } });
  if (!own.isMapped) yield warning('no-map', { parts: { site: own.target.site.name } });
}

function* ofState({ target: { state, site, because, page } }: Own): Generator<Finding> {
  switch (state) {
    case 'open':
      return;
    case 'unknown':
      yield problem('not-on-map');
      return;
    case 'gone':
      yield problem('gone');
      return;
    case 'closed':
      yield site.receive
        ? problem('closed', {
            parts: { reason: because?.replace(/\.$/, '') ?? 'Receiving is switched off for this page' },
            ...(page !== undefined && { says: 'closed.page' }),
          })
        : problem('receiving-off', { parts: { site: site.name } });
  }
}
