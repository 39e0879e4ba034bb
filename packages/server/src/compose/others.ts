import type { Config } from '../config.ts';

/** Whether other processes belong to this install, as far as the configuration tells. */
export function hasOthers({ role }: Pick<Config, 'role'>): boolean {
  return role !== 'all';
}
