/** "Always allow": `author` is the author URL's host and path; `path` is host and leading path segments of the source. */
export interface Rule {
  readonly id: string;
  readonly site: string;
  readonly action: 'allow' | 'block';
  readonly scope: 'author' | 'path' | 'host';
  readonly value: string;
  readonly createdAt: number;
}
