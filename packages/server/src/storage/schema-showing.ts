/** A picture of an author, made anew from what was fetched; there only while its mention is public. */
export interface AvatarTable {
  mention: string;
  site: string;
  /** Address that it was fetched from. */
  photo: string;
  /** Its name at our address: what the bytes hash to. Null where there is no picture to be had. */
  name: string | null;
  /** Base64. */
  bytes: string | null;
  /** Why there is none; '' where there is one. */
  problem: string;
  fetchedAt: number;
}
