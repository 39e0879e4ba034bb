import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import type { Store } from '../ports/index.ts';
import { systemClock, systemRandom } from '../system.ts';
import { openNetwork } from './network.ts';
import { type OpenNotices, openNotices } from './notices.ts';
import { openExistingStore } from './store.ts';

/** The notices of a store without a server. */
export async function openNoticesOutside(
  config: Config,
): Promise<{ readonly store: Store; readonly notices: OpenNotices; close(): Promise<void> }> {
  const store = await openExistingStore(config);
  const { http } = openNetwork(config, () => false);
  const notices = openNotices({
    ...{ config, store, http, clock: systemClock, random: systemRandom },
    log: createLog({ interactive: false, write: () => {} }),
    publicUrl: () => config.publicUrl ?? `http://${config.host}:${config.port}`,
  });
  return {
    store,
    notices,
    async close() {
      await http.close();
      await store.close();
    },
  };
}
