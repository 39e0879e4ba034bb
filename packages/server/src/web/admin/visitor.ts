import type { Owner, Session } from '../../owner.ts';

/** Who sits at the desk, as the pages need it. */
export interface Visitor {
  readonly owner: Owner;
  readonly session: Session;
}

/** What the desk's routes know of a request. */
export interface DeskEnv {
  Bindings: { readonly address?: string };
  Variables: { visitor: Visitor; form: URLSearchParams };
}
