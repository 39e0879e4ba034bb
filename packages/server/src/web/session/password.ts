import { hash, verify } from '@node-rs/argon2';

/** OWASP's second argon2id setting (the library's `Algorithm.Argon2id` is 2): 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Two at once hold 38 MiB and one core; sixteen may wait a quarter of a second for theirs. */
const AT_ONCE = 2;
const MAX_WAITING = 16;
const MAX_BYTES = 1024;

/** A hash of chance at the same cost, made beforehand: the first unknown name must not take longer than the second. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$EL5ljDXKkqe3bcBzDBn0RA$Mvl0OKmMrJhajsBRWP3zM+LNln6WfXb8/p9akhgdB1w';

export const MIN_PASSWORD = 10;

/** `busy`: too many are being checked at this moment, nothing was decided. */
type PasswordCheck = 'right' | 'wrong' | 'busy';

export interface Passwords {
  /** PHC string; `undefined` when too many wait. */
  hash(password: string): Promise<string | undefined>;
  /** Takes as long without a stored hash (no such user) as with one. */
  check(password: string, stored: string | undefined): Promise<PasswordCheck>;
}

/** Whether the password is short enough to be hashed: a megabyte of it is an attack and not a password. */
export function fitsHash(password: string): boolean {
  return new TextEncoder().encode(password).length <= MAX_BYTES;
}

export function createPasswords(): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) return undefined;
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    async check(password, stored) {
      const right = await inTurn(async () => {
        const matches = await verify(stored ?? DECOY, password);
        return matches && stored !== undefined;
      });
      return right === undefined ? 'busy' : right ? 'right' : 'wrong';
    },
  };
}
