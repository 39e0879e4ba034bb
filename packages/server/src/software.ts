/**
 * Software that receives linkbacks and is known to us. `webmention.io` and `micro.blog` are services, the rest runs on the
 * target's own host.
 */
export const SOFTWARE = [
  'WordPress',
  'Ghost',
  'Known',
  'Drupal',
  'Typecho',
  'Serendipity',
  'webmention.io',
  'micro.blog',
] as const;
export type Software = (typeof SOFTWARE)[number];
