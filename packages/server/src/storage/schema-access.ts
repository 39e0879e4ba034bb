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
  address: string | null;
  agent: string | null;
}

export interface MembershipTable {
  owner: string;
  /** `''` for all sites. */
  site: string;
  role: string;
}

export interface SetUpTable {
  secretHash: string;
  /** Whose password it changes; null makes a new owner. */
  owner: string | null;
  until: number | null;
  /** What the new one becomes; null makes an owner of everything. */
  role: string | null;
  site: string | null;
  /** Null for the one link that the server or a command made. */
  invitation: string | null;
  by: string | null;
}

export interface ApiTokenTable {
  id: string;
  tokenHash: string;
  name: string;
  /** Joined by commas. */
  scopes: string;
  site: string | null;
  /** Null for the command line. */
  maker: string | null;
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
