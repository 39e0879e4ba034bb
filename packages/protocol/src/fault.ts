/** Fault codes of Pingback 1.0 §3 and of the Specification for Fault Code Interoperability 20010516. */
export const FAULT = {
  generic: 0,
  sourceMissing: 0x10,
  noLink: 0x11,
  targetMissing: 0x20,
  targetUnusable: 0x21,
  alreadyRegistered: 0x30,
  accessDenied: 0x31,
  upstream: 0x32,
  notWellFormed: -32700,
  unsupportedEncoding: -32701,
  invalidCharacter: -32702,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
} as const;

export interface Fault {
  readonly code: number;
  readonly message: string;
}

/** Pingback 1.0 §3: bits 5–8 of a code tell whom it is about. Unknown codes (the field invents some) are `other`. */
export function faultClass(code: number): 'source' | 'target' | 'other' {
  if (code < 0x10 || code > 0x3f) return 'other';
  const about = code >> 4;
  return about === 1 ? 'source' : about === 2 ? 'target' : 'other';
}
