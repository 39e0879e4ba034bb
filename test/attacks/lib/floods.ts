import { PUBLIC } from './addresses.ts';
import type { Drill } from './case.ts';
import { bytesOf, notification, TARGET } from './requests.ts';

export const HERE = `${PUBLIC}:80`;

export const HOUR = 60 * 60_000;

/** Many notifications, a few at a time, each from another client; gives the statuses and how often they came. */
export async function pour(
  { rig, way }: Drill,
  count: number,
  of: (at: number) => { source: string; target?: string },
  atOnce = 50,
) {
  const statuses: Record<number, number> = {};
  for (let begun = 0; begun < count; begun += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - begun) }, (_, at) => of(begun + at));
    const replies = await Promise.all(
      batch.map(({ source, target }) => rig.send(bytesOf(notification(way, source, target)))),
    );
    for (const { status } of replies) statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

export function requestsTo({ rig }: Drill, host: string): number {
  return rig.of('request').filter(({ url }) => new URL(url).hostname.endsWith(host)).length;
}

export const RICH = `<link rel=canonical href=http://canary.test/c><article class="h-entry"><a class="p-author h-card u-url" href="http://canary.test/me"><img class="u-photo" src="http://canary.test/p.png">Bob</a><a class="u-url u-in-reply-to" href="${TARGET}">x</a><a rel="author" href="http://canary.test/a">x</a><link rel="alternate" type="application/json+oembed" href="http://canary.test/o"></article><link rel="webmention" href="http://canary.test/wm"><link rel="pingback" href="http://canary.test/pb">`;
