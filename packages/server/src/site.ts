/** A site whose pages may be targets and sources. */
export interface Site {
  /** Path segment of its endpoints: `example.org`, `127.0.0.1-8080`, `example.org-blog`. */
  readonly id: string;
  /** Where its pages live; origin and path prefix. */
  readonly url: string;
  readonly name: string;
  readonly feed: string | undefined;
  readonly sitemap: string | undefined;
  readonly receive: boolean;
  readonly send: boolean;
}

/** A page of a site, from its sitemap or feed. */
export interface OwnPage {
  /** Identity of the page within its site; see `pageKey`. */
  readonly key: string;
  readonly url: string;
  readonly title: string;
  /** It was in the map once and is not any more, and asking for it gave 404 or 410. */
  readonly gone: boolean;
  /** The owner's switches; `undefined` follows the site. */
  readonly receive: boolean | undefined;
  readonly send: boolean | undefined;
}
