/** Fields whose value is a secret whatever it looks like. */
const SECRET_NAME = /authorization|cookie|password|passwd|secret|token|api_?key/i;

export const HIDDEN = '[hidden]';

/** Secrets by their look, wherever they stand: an address, a header quoted in an error, a token of ours. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/\bhb_[\w-]{8,}/g, HIDDEN],
  [/\b(Bearer|Basic|Digest)\s+[\w+/=.~-]{6,}/gi, `$1 ${HIDDEN}`],
  [/\b((?:set-)?cookie|authorization|proxy-authorization)(\\*["']?\s*[:=]\s*)[^\r\n]*/gi, `$1$2${HIDDEN}`],
  [/((?:^|[?&;\s"'])(?:key|token|access_token|api_?key|password|secret|code)=)[^&\s"'<>]+/gi, `$1${HIDDEN}`],
  [/(\bhttps?:\/\/)[^\s/@"']+@/gi, `$1${HIDDEN}@`],
  [/(\bpostgres(?:ql)?:\/\/[^\s:/@"']*):[^\s"']*@/gi, `$1:${HIDDEN}@`],
  [/(\bhearback=)[\w-]{20,}/g, `$1${HIDDEN}`],
  [/\$argon2[\w$=,+/-]+/g, HIDDEN],
];

/** Text without what would open a door to whoever reads the log. */
export function redact(text: string): string {
  return LOOKS.reduce((rest, [look, instead]) => rest.replace(look, instead), text);
}

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
