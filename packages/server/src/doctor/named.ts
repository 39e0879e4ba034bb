import { type HttpReply, headerValues } from '@hearback/protocol';

export function xPingbacks({ headers }: HttpReply): readonly string[] {
  return headerValues(headers, 'x-pingback');
}

export function sameAddress(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one.trim()), URL.parse(other.trim())];
  return a !== null && a.href === b?.href;
}
