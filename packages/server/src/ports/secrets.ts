/** What only this store knows. */
export interface Secrets {
  /** 256 random bits as 43 characters of base64url: `drawn` the first time, and ever after what was kept then. */
  keep(name: string, drawn: string): Promise<string>;
}
