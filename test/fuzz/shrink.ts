/** Tries of one shrinking; a few hundred bytes are small enough to be looked at. */
const MOST_TRIES = 400;

/** A smaller input of which the same is true: pieces are left out, large ones first, as long as it stays true. */
export async function shrunk(
  input: Uint8Array,
  isStillSo: (input: Uint8Array) => Promise<boolean>,
  mostTries = MOST_TRIES,
): Promise<Uint8Array> {
  let best = input;
  let tries = 0;
  for (let piece = best.length >> 1; piece >= 1 && tries < mostTries; piece >>= 1) {
    for (let at = 0; at < best.length && tries < mostTries; ) {
      const less = new Uint8Array([...best.subarray(0, at), ...best.subarray(at + piece)]);
      tries += 1;
      if (await isStillSo(less)) best = less;
      else at += piece;
    }
  }
  return best;
}
