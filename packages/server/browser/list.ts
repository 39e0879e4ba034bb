/** The cards of the list, in its order. */
export function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#list > .mention')];
}

export function cardOf(id: string): HTMLElement | null {
  return document.getElementById(`m-${id}`);
}

/** The card in which the reader is. */
export function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('.mention') ?? null;
}

export function enter(card: HTMLElement | null | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}

/** To the card after the one in which the reader is, or before it; into the list from outside. */
export function move(by: 1 | -1): void {
  const all = cards();
  const here = current();
  const at = here ? all.indexOf(here) + by : by > 0 ? 0 : -1;
  enter(all[at]);
}

/** The list as the server has it now, without what was just done. */
export async function fetchPage(): Promise<Document | undefined> {
  const response = await fetch(address(), { headers: { accept: 'text/html' } });
  if (!response.ok || response.redirected) return undefined;
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Of this list. */
export function address(): string {
  const url = new URL(location.href);
  for (const name of ['done', 'count', 'undo']) url.searchParams.delete(name);
  url.hash = '';
  return url.href;
}

export function showCounts(counts: Readonly<Record<string, string>>): void {
  for (const count of document.querySelectorAll<HTMLElement>('.count[data-tab]'))
    count.textContent = counts[count.dataset.tab ?? ''] ?? count.textContent;
}
