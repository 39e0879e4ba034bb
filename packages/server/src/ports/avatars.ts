/** What came of one mention's picture. */
export interface Avatar {
  readonly mention: string;
  readonly site: string;
  /** Address that it was fetched from. */
  readonly photo: string;
  readonly fetchedAt: number;
  /** The picture, or in half a sentence why there is none. */
  readonly made: { readonly name: string; readonly bytes: Uint8Array } | { readonly problem: string };
}

/** Small copies of authors' pictures. There is one only while its mention is public: it goes in the same transaction. */
export interface Avatars {
  /** Keeps it, unless the mention is not public any more or names another picture; answers whether it was kept. */
  save(avatar: Avatar): Promise<boolean>;
  /** What came of the same address for any mention since then; `undefined` when nobody asked. */
  lately(photo: string, since: number): Promise<Avatar | undefined>;
  /** Names of the pictures of these mentions, by their ids; those without one are left out. */
  names(mentions: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The bytes of a picture that a public mention has; `undefined` for any other name. */
  bytes(name: string): Promise<Uint8Array | undefined>;
  /** Deletes all pictures of these sites. */
  removeAll(sites: readonly string[]): Promise<void>;
  /** Enqueues the pictures that public mentions of a site lack, of the newest thousand. */
  fetchMissing(site: string, now: number): Promise<void>;
}

/** Makes a small picture anew of a stranger's bytes, where they can do no harm. */
export interface PictureMaker {
  /** Never throws for anything in the bytes; `problem` is half a sentence about the picture. */
  make(
    bytes: Uint8Array,
  ): Promise<
    | { readonly ok: true; readonly bytes: Uint8Array; readonly type: 'jpg' | 'png' }
    | { readonly ok: false; readonly problem: string }
  >;
}
