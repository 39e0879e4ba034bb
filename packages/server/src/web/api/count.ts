const ORDER = [
  ...['like', 'repost', 'reply', 'bookmark', 'mention', 'rsvp'],
  ...['rsvp-yes', 'rsvp-no', 'rsvp-maybe', 'rsvp-interested'],
];

/** `{count, type}` in webmention.io's shape; kinds of which there are none are left out. */
export function counted(counts: Readonly<Record<string, number>>): { count: number; type: Record<string, number> } {
  const type = Object.fromEntries(ORDER.map((kind) => [kind, counts[kind] ?? 0] as const).filter(([, n]) => n > 0));
  return { count: Object.values(type).reduce((sum, n) => sum + n, 0), type };
}
