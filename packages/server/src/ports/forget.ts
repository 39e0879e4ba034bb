/** A page and what it said, a host with everything below it, or an author: the address of their page, or their whole name. */
export type Whom = { readonly url: string } | { readonly host: string } | { readonly author: string };

/** How many were deleted. */
export interface Erased {
  readonly mentions: number;
  readonly deliveries: number;
  readonly refusals: number;
}
