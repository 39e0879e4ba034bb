import { networkInterfaces } from 'node:os';
import { canonicalAddress } from './address.ts';

/** Every address of this machine's interfaces now; they change while we run (a laptop, a container), so ask again. */
export function ownAddresses(): ReadonlySet<string> {
  const all = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return new Set(all.map(({ address }) => canonicalAddress(address)));
}
