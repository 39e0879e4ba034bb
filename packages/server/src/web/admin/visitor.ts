import type { Context } from 'hono';
import type { Actor, AuditAction, Membership } from '../../access.ts';
import type { Owner, Session } from '../../owner.ts';
import type { Words } from '../../words/words.ts';
import type { WebDeps } from '../deps.ts';
import type { Upload } from '../upload.ts';

/** Whoever reads a page, logged in or before the door. */
export interface Reader {
  readonly words: Words;
  /** Where the choice of the language comes back to. */
  readonly path: string;
}

/** Who sits at the desk, as the pages need it. */
export interface Visitor extends Reader {
  readonly owner: Owner;
  readonly session: Session;
  /** What the visitor is on which site. */
  readonly memberships: readonly Membership[];
}

/** What the desk's routes know of a request. */
export interface DeskEnv {
  Bindings: { readonly address?: string; readonly letLast?: () => void };
  Variables: { visitor: Visitor; form: URLSearchParams; words: Words; upload: Upload | undefined };
}

export function actorOf(c: Context<DeskEnv>): Actor {
  return { name: c.var.visitor.owner.name, address: c.env?.address };
}

/** Puts what the visitor just did on the list of who did what. */
export function noteDone(
  { store, clock }: Pick<WebDeps, 'store' | 'clock'>,
  c: Context<DeskEnv>,
  action: AuditAction,
  subject: string,
  detail: string,
): Promise<void> {
  const { name, address } = actorOf(c);
  return store.audit.add([{ at: clock.now(), by: name, address, action, subject, detail }]);
}
