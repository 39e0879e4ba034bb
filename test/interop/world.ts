import type { Hearback } from './lib/hearback.ts';
import type { Pages } from './lib/pages.ts';
import type { Workshop } from './lib/workshop.ts';
import type { WordPress } from './wordpress/wordpress.ts';

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
