/** Time and chance come in as arguments, so that no test sleeps. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}

export interface Random {
  /** 128 bits as 22 characters of base64url, not to be guessed. */
  id(): string;
  /** 256 random bits as 43 characters of base64url, for secrets. */
  secret(): string;
  /** Uniform in [0, 1). */
  fraction(): number;
}
