export interface DeliveryTable {
  id: string;
  /** Order of creation. */
  place: number;
  site: string;
  source: string;
  target: string;
  protocol: string | null;
  endpoint: string | null;
  software: string | null;
  status: string;
  fault: number | null;
  httpStatus: number | null;
  reason: string;
  lenient: number;
  attempts: number;
  createdAt: number;
  updatedAt: number;
  version: string | null;
  callback: string | null;
}

export interface ExchangeTable {
  /** Id of a delivery. */
  subject: string;
  place: number;
  at: number;
  request: string;
  reply: string;
}

export interface DontTellTable {
  entry: string;
  addedAt: number;
}

export interface TurnTable {
  name: string;
  takenAt: number;
  freeAt: number;
}
