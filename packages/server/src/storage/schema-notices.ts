export interface RecipientTable {
  id: string;
  kind: string;
  address: string;
  site: string | null;
  /** Joined by commas. */
  events: string;
  active: number;
  problem: string | null;
  /** JSON: what only recipients of this kind have. */
  settings: string;
  createdAt: number;
}

export interface NoticeTable {
  id: string;
  /** Order of creation. */
  place: number;
  recipient: string;
  event: string;
  site: string;
  subject: string;
  at: number;
  state: string;
  reason: string;
  attempts: number;
  tryAt: number;
  batch: string | null;
  body: string | null;
  updatedAt: number;
}
