import { FAULT } from '../fault.ts';

/**
 * Texts for what is wrong with a call rather than with a pingback, in the wording that clients have matched since
 * IXR, fixed so that nothing of a request comes back in a reply.
 */
export const FAULT_TEXT = {
  [FAULT.notWellFormed]: 'parse error. not well formed',
  [FAULT.unsupportedEncoding]: 'parse error. unsupported encoding: send UTF-8, ISO-8859-1 or windows-1252',
  [FAULT.invalidCharacter]: 'parse error. invalid character for encoding',
  [FAULT.invalidRequest]: 'server error. invalid xml-rpc. not conforming to spec.',
  [FAULT.methodNotFound]: 'server error. requested method does not exist.',
  [FAULT.invalidParams]: 'server error. invalid method parameters',
  [FAULT.internal]: 'server error. internal xml-rpc error: try again later.',
} as const;
