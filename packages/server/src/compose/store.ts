import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { HearbackError } from '../errors.ts';
import type { Clock, Store } from '../ports/index.ts';
import { openSqliteStore } from '../storage/sqlite/open.ts';
import { systemClock } from '../system.ts';

export function openStore({ data }: Pick<Config, 'data'>, clock: Clock = systemClock): Promise<Store> {
  return openSqliteStore({ directory: data, clock });
}

/** For commands that only look: a folder that was never served is a typing error, not a new store. */
export async function openExistingStore(config: Pick<Config, 'data'>): Promise<Store> {
  if (!existsSync(join(config.data, 'hearback.db'))) {
    throw new HearbackError(
      'storage',
      `There are no Hearback data in ${config.data}: name the folder with --data, or start "hearback serve" first.`,
    );
  }
  return openStore(config);
}
