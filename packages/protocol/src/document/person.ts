/** Somebody as one part of a page names them, `''` for what it does not say. URLs are http(s) and absolute. */
export interface Person {
  readonly name: string;
  readonly url: string;
  readonly photo: string;
}

export const NOBODY: Person = { name: '', url: '', photo: '' };
