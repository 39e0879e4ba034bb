/** Where on its page a link stands. `hidden`: readers do not see it, wherever it stands. */
export const LINK_PLACES = ['content', 'comment', 'sidebar', 'navigation', 'footer', 'hidden'] as const;
export type LinkPlace = (typeof LINK_PLACES)[number];
