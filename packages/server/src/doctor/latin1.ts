/** A character for each byte: markup is ASCII, and places are counted in bytes. */
export function latin1(body: Uint8Array): string {
  return new TextDecoder('iso-8859-1').decode(body);
}
