import type { SearchedPage } from '../ports/index.ts';

/** Names the place of a page that was searched, to go on behind it. */
export function searchedAfter({ lookedAt = 0, id }: Pick<SearchedPage, 'lookedAt' | 'id'>): string {
  return `${lookedAt}-${id}`;
}

export function readSearchedAfter(
  text: string | undefined,
): { readonly lookedAt: number; readonly id: string } | undefined {
  const [, lookedAt, id = ''] = /^(\d{1,15})-(\w{1,64})$/.exec(text ?? '') ?? [];
  return lookedAt === undefined ? undefined : { lookedAt: Number(lookedAt), id };
}
