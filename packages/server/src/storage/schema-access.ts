export interface OwnerTable {
  id: string;
  name: string;
  passwordHash: string;
  createdAt: number;
  language: string | null;
}

export interface SessionTable {
  tokenHash: string;
  owner: string;
  csrf: string;
  createdAt: number;
  seenAt: number;
}

export interface SetUpTable {
  secretHash: string;
  /** Whose password it changes; null makes a new owner. */
  owner: string | null;
  until: number | null;
}

export interface ApiTokenTable {
  id: string;
  tokenHash: string;
  name: string;
  /** Joined by commas. */
  scopes: string;
  site: string | null;
  createdAt: number;
  lastUsedAt: number | null;
}

export interface AuditTable {
  place: number;
  ring: number;
  at: number;
  by: string;
  address: string | null;
  action: string;
  subject: string;
  detail: string;
}
