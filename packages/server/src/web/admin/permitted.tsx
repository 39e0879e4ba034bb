import { type Child, createContext, useContext } from 'hono/jsx';
import { may, type Right } from '../../access.ts';
import type { Visitor } from './visitor.ts';

/** Who the page is for; the layout says it. */
export const Sitting = createContext<Visitor | undefined>(undefined);

interface PermittedProps {
  readonly right: Right;
  /** Where; all sites at once unless told. */
  readonly site?: string | undefined;
  readonly children: Child;
}

/** Shows what the visitor may do only. That nobody does more is the matter of `rights.ts`. */
export function Permitted({ right, site, children }: PermittedProps) {
  const visitor = useContext(Sitting);
  return visitor && may(visitor.memberships, right, site) ? <>{children}</> : <></>;
}
