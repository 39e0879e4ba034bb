import type { Context } from 'hono';
import { auditedDesk } from '../../inbound/audited-desk.ts';
import { type PressDesk, pressDesk } from '../../inbound/desk-steps.ts';
import type { WebDeps } from '../deps.ts';
import { actorOf, type DeskEnv } from './visitor.ts';

/** The desk for who asks: what they decide can be taken back, and stands on the list of who did what. */
export function deskOf(deps: WebDeps, c: Context<DeskEnv>): PressDesk {
  return pressDesk({ ...deps, desk: auditedDesk(deps.desk, deps, actorOf(c)) });
}
