/** What left this process, or was kept from leaving it. Addresses are without brackets, sizes in bytes of TCP payload. */
export type LedgerEvent =
  | { readonly event: 'dns'; readonly name: string }
  | { readonly event: 'refused'; readonly url: string; readonly reason: string }
  | { readonly event: 'connect'; readonly address: string; readonly port: number }
  | { readonly event: 'request'; readonly method: string; readonly url: string; readonly address: string }
  | {
      readonly event: 'close';
      readonly address: string;
      readonly port: number;
      readonly bytesIn: number;
      readonly bytesOut: number;
    };

/** The book of everything outbound. `append` is called at the moment of the act, in order, and must not throw. */
export interface Ledger {
  append(event: LedgerEvent): void;
}

/** Keeps nothing. */
export const NO_LEDGER: Ledger = { append() {} };

/** Keeps everything, for tests and drills: who was contacted, how often, how much. */
export function createMemoryLedger(): Ledger & { readonly events: readonly LedgerEvent[] } {
  const events: LedgerEvent[] = [];
  return { events, append: (event) => void events.push(event) };
}
