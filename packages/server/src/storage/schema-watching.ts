export interface ListingTable {
  site: string;
  address: string;
  kind: string;
  since: string;
  lookAt: number;
  answer: string | null;
}

export interface WatchedPageTable {
  site: string;
  key: string;
  url: string;
  mark: string | null;
  version: string | null;
  listed: number;
  dueAt: number | null;
  tries: number;
}

export interface HubTable {
  site: string;
  id: string;
  hub: string;
  topic: string;
  secret: string;
  state: string;
  since: number;
  until: number | null;
}
