import type { Config } from '../config.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import { settingsOf } from '../site-settings.ts';

/** What an owner should know of the configuration at each start, in sentences. */
export function warnings(config: Config, directory: Pick<SiteDirectory, 'sites'>): readonly string[] {
  const { allowNetwork, limits, role, publicUrl } = config;
  const lines = allowNetwork.map(
    (text) => `The network ${text} is open to requests that strangers cause (allowNetwork).`,
  );
  if (allowNetwork.length > 0 && directory.sites().some((site) => settingsOf(site).reasons))
    lines.push('Senders are told reasons (reasons): they can find out which pages there are in the open networks.');
  if (limits === 'off') lines.push('Limits are off: rates, paces and delays are lifted.');
  if (role !== 'all' && publicUrl === undefined)
    lines.push(
      'The other processes of this install cannot know where the world reaches it: give all of them --public-url.',
    );
  return lines;
}
