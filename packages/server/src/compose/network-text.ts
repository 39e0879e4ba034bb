import { parseNetwork } from '../network/network.ts';

/** What is wrong with an entry of `allowNetwork` or `trustProxy`, in a sentence; `undefined` when it can be read. */
export function checkNetwork(text: string): string | undefined {
  const network = parseNetwork(text);
  return 'error' in network ? network.error : undefined;
}
