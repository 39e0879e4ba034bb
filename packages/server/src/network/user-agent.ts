/**
 * How we name ourselves, so that a site owner who greps the log can find out, complain and block (attack 130): constant
 * but for version and contact, no byte of it from outside.
 */
export function userAgent(version: string, contactUrl: string): string {
  return `Hearback/${version} (+${contactUrl}; verifying linkbacks)`;
}
