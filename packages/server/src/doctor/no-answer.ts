import type { HttpFailure, HttpFailureKind } from '@hearback/protocol';
import { type Finding, problem, type Subject } from './finding.ts';
import type { Says } from './says.ts';

const SAYS: Readonly<Partial<Record<HttpFailureKind, readonly [end: string, says: Says]>>> = {
  refused: ['private', 'page-private'],
  redirects: ['redirects', 'page-redirects'],
  timeout: ['slow', 'page-slow.late'],
  invalid: ['broken', 'page-broken'],
};

/** What a request that got no answer says of the place that was asked; of the page where there is no endpoint. */
export function noAnswer({ kind, reason }: HttpFailure, subject?: Subject): Finding {
  const more = { subject, parts: { reason: reason.replace(/\.$/, '') } };
  if (kind === 'tls') return problem('certificate', more);
  const place = subject ? 'endpoint' : 'page';
  const [end, says] = SAYS[kind] ?? [];
  if (says) return problem(`${place}-${end}`, { ...more, says });
  return problem(subject ? 'endpoint-unreachable' : 'unreachable', { ...more, says: 'unreachable' });
}
