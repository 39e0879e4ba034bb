import { type Hearback, startHearback } from './lib/hearback.ts';
import { openPages, type Pages } from './lib/pages.ts';
import type { Check } from './lib/report.ts';
import type { Workshop } from './lib/workshop.ts';
import { startWordPress, type WordPress } from './wordpress/wordpress.ts';

/** The little web that one run plays in. */
export interface World {
  readonly workshop: Workshop;
  readonly wordpress: WordPress;
  readonly hearback: Hearback;
  /** The site that Hearback receives and sends for. */
  readonly ours: Pages;
  /** A site that nobody here knows, and whose software is its author’s own. */
  readonly strangers: Pages;
  /** Our page that advertises Hearback and shows its mentions. */
  readonly post: string;
}

export async function openWorld(workshop: Workshop, check: Check): Promise<World> {
  const wordpress = await check('WordPress, MariaDB, PHP-FPM and nginx', () => startWordPress(workshop));
  const ours = await openPages(workshop, '127.0.0.3');
  const strangers = await openPages(workshop, '127.0.0.4');
  const hearback = await check('hearback serve', () => startHearback(workshop, ours.url));
  const endpoint = `${hearback.url}/xmlrpc`;
  const post = new URL('/a-post', ours.url).href;
  ours.put('/a-post', {
    title: 'A post',
    head: `<link rel="pingback" href="${endpoint}">`,
    headers: { 'x-pingback': endpoint },
    body: `<p>It says something.</p>
<hearback-mentions target="${post}" api="${hearback.url}"></hearback-mentions>
<script type="module" src="${hearback.url}/widget.js"></script>`,
  });
  return { workshop, wordpress, hearback, ours, strangers, post };
}

/** The addresses at which something listens while the world is open. */
export function addressesOf({ wordpress, hearback, ours, strangers }: World): readonly string[] {
  return [wordpress, hearback, ours, strangers].map(({ url }) => url);
}
