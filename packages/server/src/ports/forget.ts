/** A page and what it said, or a host with everything below it. */
export type Whom = { readonly url: string } | { readonly host: string };

/** How many were deleted. */
export interface Erased {
  readonly mentions: number;
  readonly deliveries: number;
  readonly refusals: number;
}
