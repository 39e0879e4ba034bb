/** Where the pages of an old address live now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The address of today: what begins like the old one, by whole path segments and whatever its scheme, begins like the new
 * one instead.
 */
export function movedAddress(target: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    const [old, page] = [bare(from), bare(target)];
    if (page === old || page.startsWith(`${old}/`) || page.startsWith(`${old}?`) || page.startsWith(`${old}#`))
      return `${to.replace(/\/+$/, '')}${page.slice(old.length)}`;
  }
  return target;
}

/** Without scheme and trailing slash, the host in lower case. */
function bare(address: string): string {
  const rest = address.replace(/^https?:\/\//i, '');
  const end = rest.search(/[/?#]/);
  const host = end < 0 ? rest : rest.slice(0, end);
  return `${host.toLowerCase()}${end < 0 ? '' : rest.slice(end)}`.replace(/\/+$/, '');
}
