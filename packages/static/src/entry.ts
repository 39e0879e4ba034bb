/** One mention as the server gives it: JF2, in webmention.io's names. All texts are plain text, all addresses http(s) or empty. */
export interface MentionEntry {
  /** Grows with every mention that becomes public, and is never used again. */
  readonly 'wm-id': number;
  readonly 'wm-source': string;
  readonly 'wm-target': string;
  readonly 'wm-property': 'in-reply-to' | 'like-of' | 'repost-of' | 'bookmark-of' | 'mention-of' | 'rsvp';
  readonly 'wm-received': string;
  readonly 'wm-updated'?: string;
  readonly 'wm-protocol': string;
  readonly url: string;
  readonly published: string | null;
  readonly author: { readonly name: string; readonly photo: string; readonly url: string };
  readonly name?: string;
  readonly content?: { readonly text: string };
  readonly rsvp?: string;
}

/** What stands where a mention was. */
export interface Tombstone {
  readonly 'wm-id': number;
  readonly 'wm-deleted': string;
}

/** What came over the network is nobody's word until it was looked at; a shape of another kind gives `undefined`. */
export function readEntries(value: unknown): MentionEntry[] | undefined {
  return childrenOf(value, ['wm-source', 'wm-target', 'wm-property', 'wm-received', 'url']) as
    | MentionEntry[]
    | undefined;
}

export function readTombstones(value: unknown): Tombstone[] | undefined {
  return childrenOf(value, ['wm-deleted']) as Tombstone[] | undefined;
}

function childrenOf(value: unknown, texts: readonly string[]): unknown[] | undefined {
  const children = recordOf(value)?.children;
  if (!Array.isArray(children)) return undefined;
  return children.every((child) => {
    const row = recordOf(child);
    return Number.isSafeInteger(row?.['wm-id']) && texts.every((name) => typeof row?.[name] === 'string');
  })
    ? children
    : undefined;
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
