/** A filter of the table of backlinks that a person gave a name. */
export interface SavedView {
  readonly id: string;
  readonly owner: string;
  /** `''` for all sites. */
  readonly site: string;
  readonly name: string;
  /** As in the address of the table. */
  readonly query: string;
}

export interface SavedViews {
  /** By name. */
  list(owner: string, site: string): Promise<readonly SavedView[]>;
  /** Keeps it under its name, instead of one of that name. False when the person has a hundred already. */
  save(view: SavedView): Promise<boolean>;
  /** False when the person has none with that id. */
  rename(owner: string, id: string, name: string): Promise<boolean>;
  remove(owner: string, id: string): Promise<boolean>;
}
