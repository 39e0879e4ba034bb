import { createHmac, timingSafeEqual } from 'node:crypto';

/** Pages of ours that link to one target for ten minutes, so that a notification can be tried. Nothing is stored of them. */
export interface TestPages {
  /** The address of a new one. `nonce`: a text of chance, so that each try is another. */
  addressFor(target: string, nonce: string): string;
  /** What one of ours links to; `over` when its time has gone by or its address was made up. */
  read(token: string, target: string): 'valid' | 'over';
  /** The same of a source: `undefined` when it is no such page at all, `over` also when it is of another target. */
  recognise(source: URL, target: string): 'valid' | 'over' | undefined;
}

/** Below a place of ours that is there anyway, so that no application in which we are mounted loses one. */
const PATH = '/status/try/';
const VALID_MS = 10 * 60_000;
/** As many as an id of a mention has: 128 bits are not guessed. */
const SIGNATURE_BYTES = 16;

/**
 * The address carries its own proof, so nobody but this store can make one, and one that was seen on the way is good for
 * nothing: whoever announces it gets what everybody gets, and it is told from a mention before anything is kept.
 *
 * @param key 32 bytes that belong to the store
 * @param publicUrl where the world reaches the server
 */
export function createTestPages(
  key: Uint8Array,
  { publicUrl, now }: { readonly publicUrl: () => string; readonly now: () => number },
): TestPages {
  const base = () => publicUrl().replace(/\/$/, '') + PATH;

  let parsed: URL | undefined;
  /** Asked for each notification, and nearly always the same. */
  function ownBase(): URL {
    const text = base();
    if (parsed?.href !== text) parsed = new URL(text);
    return parsed;
  }

  function signature(said: string, target: string): Buffer {
    return createHmac('sha256', key).update(`test page\n${said}\n${target}`).digest().subarray(0, SIGNATURE_BYTES);
  }

  function read(token: string, target: string): 'valid' | 'over' {
    const [until = '', nonce = '', given = ''] = token.split('.');
    const proof = Buffer.from(given, 'base64url');
    const expected = signature(`${until}.${nonce}`, target);
    if (proof.length !== expected.length || !timingSafeEqual(proof, expected)) return 'over';
    const left = Number.parseInt(until, 36) - now();
    return left > 0 && left <= VALID_MS ? 'valid' : 'over';
  }

  return {
    addressFor(target, nonce) {
      const said = `${(now() + VALID_MS).toString(36)}.${nonce}`;
      const token = `${said}.${signature(said, target).toString('base64url')}`;
      return `${base()}${token}?${new URLSearchParams({ to: target })}`;
    },
    read,
    recognise(source, target) {
      const own = ownBase();
      if (source.host !== own.host || !source.pathname.startsWith(own.pathname)) return undefined;
      const to = source.searchParams.get('to') ?? '';
      return to === target ? read(source.pathname.slice(own.pathname.length), to) : 'over';
    },
  };
}
