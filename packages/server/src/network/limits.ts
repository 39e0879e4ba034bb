/** What one request may cost, in milliseconds and bytes. None of it is lifted by `--limits off`. */
export interface NetworkLimits {
  /** DNS, connecting, TLS, all hops and the body together: a drip of one byte at a time resets every idle timer. */
  readonly totalMs: number;
  readonly dnsMs: number;
  /** For each address tried. */
  readonly connectMs: number;
  readonly tlsMs: number;
  /** From the request to the end of the final headers, informational responses included. */
  readonly headersMs: number;
  /** How long a connection that answered is kept for the next request to the same origin. */
  readonly idleMs: number;
  readonly headerBytes: number;
  readonly headerLines: number;
  readonly informational: number;
  readonly hops: number;
  /** Of a notification, which is sent anew at each. */
  readonly endpointHops: number;
  /** Addresses that a name may have. */
  readonly answers: number;
  readonly bodyBytes: number;
  /** Decoded bytes for one on the wire, looked at once `ratioAfterBytes` are decoded. */
  readonly ratio: number;
  readonly ratioAfterBytes: number;
}

export const NETWORK_LIMITS: NetworkLimits = {
  totalMs: 15_000,
  dnsMs: 3_000,
  connectMs: 4_000,
  tlsMs: 4_000,
  headersMs: 5_000,
  idleMs: 4_000,
  headerBytes: 16 * 1024,
  headerLines: 100,
  informational: 5,
  hops: 5,
  endpointHops: 3,
  answers: 16,
  bodyBytes: 1024 * 1024,
  ratio: 100,
  ratioAfterBytes: 64 * 1024,
};
