import { PROTOCOLS } from '@hearback/protocol';
import type { Context } from 'hono';
import { DELIVERY_STATUSES } from '../delivery.ts';
import type { DeliveryFilter } from '../ports/index.ts';
import { calendarDay, DAY_MS } from './calendar-day.ts';

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

const FIELDS = ['status', 'protocol', 'host', 'from', 'to', 'post'] as const;
/** A field that says nothing that could be looked for. */
export type WrongField = (typeof FIELDS)[number];

export interface ReadFilter {
  /** To be used only when nothing is wrong: everything would be shown instead of what was asked. */
  readonly filter: Omit<DeliveryFilter, 'limit'>;
  readonly wrong: readonly WrongField[];
}

export function readFilter(asked: Asked): ReadFilter {
  const to = calendarDay(asked.to);
  const found = {
    status: DELIVERY_STATUSES.find((one) => one === asked.status),
    protocol: TELLING.find((one) => one === asked.protocol),
    host: asked.host.trim() ? URL.parse(`http://${asked.host}/`)?.host : undefined,
    from: calendarDay(asked.from),
    to: to === undefined ? undefined : to + DAY_MS,
    post: URL.parse(asked.post.trim())?.href.replace(/#.*$/s, ''),
  };
  return {
    filter: {
      ...(found.status && { status: found.status }),
      ...(found.protocol && { protocol: found.protocol }),
      ...(found.host && { host: found.host }),
      ...(found.post && { page: found.post }),
      ...(asked.site && { site: asked.site }),
      ...(found.from !== undefined && { from: found.from }),
      ...(found.to !== undefined && { until: found.to }),
    },
    wrong: FIELDS.filter((name) => asked[name].trim() !== '' && found[name] === undefined),
  };
}

/** The same for the desk and the API. */
export function askedIn(c: Context): Asked {
  const of = (name: keyof Asked) => c.req.query(name) ?? '';
  return {
    ...{ status: of('status'), protocol: of('protocol'), host: of('host'), post: of('post') },
    ...{ site: of('site'), from: of('from'), to: of('to') },
  };
}
