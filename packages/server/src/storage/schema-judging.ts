export interface TextSketchTable {
  site: string;
  subject: string;
  domain: string;
  /** Of four bytes each, in Base64. */
  hashes: string;
  /** What it is looked up by; JSON. */
  keys: string;
  size: number;
  topics: string;
  /** Order of keeping, in all sites. */
  place: number;
  at: number;
}

export interface TextKeyTable {
  site: string;
  key: number;
  domain: string;
  subject: string;
}

export interface BlockListTable {
  id: string;
  address: string;
  addedAt: number;
  checkedAt: number | null;
  changedAt: number | null;
  entityTag: string;
  lastModified: string;
  entries: number;
  skipped: number;
  problem: string;
}

export interface BlockEntryTable {
  domain: string;
  list: string;
}

/** What is left of a mention that waited too long: a hash of its pair. */
export interface ForgottenTable {
  hash: string;
  at: number;
}
