import type { Config } from '../config.ts';

/** Whether other processes may belong to this install, as far as the configuration tells. */
export function hasOthers({ role, database }: Pick<Config, 'role' | 'database'>): boolean {
  return role !== 'all' || database !== undefined;
}
