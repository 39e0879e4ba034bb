/**
 * How we name ourselves, so that a site owner who greps the log can find out, complain and block: constant but for
 * version and contact, no byte of it from outside. Webmention §3.1.2 recommends its name in there.
 */
export function userAgent(version: string, contactUrl: string): string {
  return `Hearback/${version} (+${contactUrl}; verifying linkbacks such as Webmention)`;
}
