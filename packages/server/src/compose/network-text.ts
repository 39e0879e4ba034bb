import type { CheckNetwork } from '../config.ts';
import { checkNeverFetch } from '../limits/never-fetch.ts';
import { parseNetwork } from '../network/network.ts';

export const checkNetwork: CheckNetwork = (text, key) => {
  if (key === 'neverFetch') return checkNeverFetch(text);
  const network = parseNetwork(text);
  if ('error' in network) return network.error;
  if (key !== 'allowNetwork' && network.port !== undefined)
    return `"${text}" has a port, and ${key === 'trustProxy' ? 'a proxy' : 'whoever reads'} is told by its address alone`;
  return undefined;
};
