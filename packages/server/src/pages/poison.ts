/** How often a page may end its reader before it is set aside: once or twice may be the fault of a busy machine. */
export const POISON_TRIES = 3;

/** The last sentence about such a page. `reason` says what it did, in a sentence. */
export function setAside(reason: string): string {
  return `${reason} That was the third time: the page is set aside and not read any more.`;
}
