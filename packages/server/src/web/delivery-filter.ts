import { PROTOCOLS } from '@hearback/protocol';
import type { Context } from 'hono';
import { DELIVERY_STATUSES } from '../delivery.ts';
import type { DeliveryFilter } from '../ports/index.ts';

/** The fields of the filter as they stand in the address; `''` for what is not asked. */
export interface Asked {
  readonly status: string;
  readonly protocol: string;
  readonly host: string;
  readonly post: string;
  readonly site: string;
  /** Days, `2026-11-25`, both counted. */
  readonly from: string;
  readonly to: string;
}

/** What a delivery can be told by. */
export const TELLING = PROTOCOLS.filter((protocol) => protocol !== 'refback');

/** What of the filter can be understood; the rest is passed over. */
export function filterOf(asked: Asked): Omit<DeliveryFilter, 'limit'> {
  const status = DELIVERY_STATUSES.find((one) => one === asked.status);
  const protocol = TELLING.find((one) => one === asked.protocol);
  const host = URL.parse(`http://${asked.host}/`)?.host;
  const [from, to] = [dayIn(asked.from), dayIn(asked.to)];
  const page = URL.parse(asked.post.trim())?.href.replace(/#.*$/s, '');
  return {
    ...(status && { status }),
    ...(protocol && { protocol }),
    ...(asked.host.trim() && host && { host }),
    ...(page && { page }),
    ...(asked.site && { site: asked.site }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { until: to + DAY_MS }),
  };
}

const DAY_MS = 86_400_000;

/** The beginning of a day (UTC); `undefined` for what is none. */
function dayIn(text: string): number | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** The same for the desk and the API. */
export function askedIn(c: Context): Asked {
  const of = (name: keyof Asked) => c.req.query(name) ?? '';
  return {
    ...{ status: of('status'), protocol: of('protocol'), host: of('host'), post: of('post') },
    ...{ site: of('site'), from: of('from'), to: of('to') },
  };
}
