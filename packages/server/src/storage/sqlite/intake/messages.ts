import type { Accepted, NewMention } from '../../../ports/index.ts';

/** What the thread is made with. */
export interface IntakeSettings {
  readonly path: string;
  /** Milliseconds to wait for whoever holds the write lock. */
  readonly lockWaitMs: number;
  /** See `RightOfWay`. */
  readonly cells: Int32Array<SharedArrayBuffer>;
}

/** What the thread is asked, in the order in which it answers. `check` asks only whether it can write. */
export type IntakeRequest =
  | { readonly mentions: readonly PackedMention[] }
  | { readonly check: true }
  | { readonly close: true };

export type IntakeResult =
  /** Nothing is accepted by a check. */
  | { readonly ok: true; readonly accepted?: PackedAccepted }
  | {
      readonly ok: false;
      readonly message: string;
      /** The message is a line for the owner about the disk or the file, not a defect. */
      readonly forPeople: boolean;
      /** The disk failed: nothing can be confirmed any more. */
      readonly broken: boolean;
    };

/** Results of what was asked first and has none yet. */
export type IntakeReply = { readonly results: readonly IntakeResult[] };

/** A mention as it travels: copying an object's names from thread to thread takes twice as long as copying its values. */
export type PackedMention = ReturnType<typeof packMention>;
type PackedAccepted = ReturnType<typeof packAccepted>;

export function packMention(mention: NewMention) {
  const { id, site, source, target, sourceKey, targetKey, protocol, receivedAt, group, verifyAfter, sender } = mention;
  return [id, site, source, target, sourceKey, targetKey, protocol, receivedAt, group, verifyAfter, sender] as const;
}

export function unpackMention(packed: PackedMention): NewMention {
  const [id, site, source, target, sourceKey, targetKey, protocol, receivedAt, group, verifyAfter, sender] = packed;
  return { id, site, source, target, sourceKey, targetKey, protocol, receivedAt, group, verifyAfter, sender };
}

export function packAccepted({ id, fresh, isPublic }: Accepted) {
  return [id, fresh, isPublic] as const;
}

export function unpackAccepted([id, fresh, isPublic]: PackedAccepted): Accepted {
  return { id, fresh, isPublic };
}
