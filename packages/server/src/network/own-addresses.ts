import { networkInterfaces } from 'node:os';
import { canonicalAddress } from './address.ts';

/** Milliseconds: fifty connections that are opened at once ask fifty times, and it takes a quarter of one each time. */
const KEPT_MS = 500;

let kept: { readonly at: number; readonly addresses: ReadonlySet<string> } | undefined;

/** Every address of this machine's interfaces; they change while we run (a laptop, a container), so ask again. */
export function ownAddresses(): ReadonlySet<string> {
  const now = performance.now();
  if (kept === undefined || now - kept.at > KEPT_MS) kept = { at: now, addresses: readAddresses() };
  return kept.addresses;
}

function readAddresses(): ReadonlySet<string> {
  const all = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return new Set(all.map(({ address }) => canonicalAddress(address)));
}
