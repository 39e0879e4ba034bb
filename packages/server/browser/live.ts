import { address, cardOf, cards, current, enter, fetchPage, showCounts } from './list.ts';

interface News {
  readonly fresh: number;
  readonly say: string;
  readonly counts: Readonly<Record<string, string>>;
  /** Of those that were not looked at yet: those that were since. */
  readonly changed: readonly string[];
}

const EVERY_MS = 10_000;
const SELDOM_MS = 120_000;

const live = document.getElementById('live');
const button = document.getElementById('fresh');
const label = button?.textContent ?? '';

/** Asks now and then for what is new, as long as somebody looks. Nothing moves until the reader wants it. */
export function watch(): void {
  if (!live?.dataset.news || !button) return;
  let wait = EVERY_MS;
  let timer: ReturnType<typeof setTimeout>;
  const later = () => {
    timer = setTimeout(() => void look(), wait);
  };
  const look = async () => {
    clearTimeout(timer);
    if (document.hidden) return;
    wait = (await ask()) ? EVERY_MS : Math.min(wait * 2, SELDOM_MS);
    later();
  };
  document.addEventListener('visibilitychange', () => void look());
  button.addEventListener('click', () => void showFresh());
  later();
}

async function ask(): Promise<boolean> {
  const waiting = cards().filter(({ dataset }) => dataset.link === 'unverified');
  try {
    const response = await fetch(`${live?.dataset.news}&waiting=${waiting.map(({ id }) => id.slice(2)).join()}`);
    if (!response.ok || response.redirected) return false;
    const news = (await response.json()) as News;
    showCounts(news.counts);
    if (button) {
      button.hidden = news.fresh === 0;
      const text = news.fresh === 0 ? label : `${news.say} · ${label}`;
      // Said again it would be read out again.
      if (button.textContent !== text) button.textContent = text;
    }
    if (news.changed.length > 0) await renew(news.changed);
    return true;
  } catch {
    return false;
  }
}

/** Shows what was learned of mentions that were not looked at when the page was made. */
async function renew(ids: readonly string[]): Promise<void> {
  const page = await fetchPage();
  if (!page) return;
  for (const id of ids) {
    const old = cardOf(id);
    const card = page.getElementById(`m-${id}`);
    const isHere = old !== null && old === current();
    if (!old) continue;
    const ticked = old.querySelector<HTMLInputElement>('input[name=mention]')?.checked ?? false;
    if (card) {
      old.replaceWith(card);
      for (const box of card.querySelectorAll<HTMLInputElement>('input[name=mention]')) box.checked = ticked;
      if (isHere) enter(card);
    } else old.remove();
  }
}

/** Puts what is new on top; what the reader looks at stays where it is, and so does he. */
async function showFresh(): Promise<void> {
  const page = await fetchPage();
  const first = cards()[0];
  const found = [...(page?.querySelectorAll<HTMLElement>('#list > .mention') ?? [])];
  const known = found.findIndex(({ id }) => document.getElementById(id) !== null);
  // More than a page of news, or nothing that they could be put on top of.
  if (!page || !first || known < 0) return location.assign(address());
  const top = first.getBoundingClientRect().top;
  const here = document.activeElement;
  const fresh = found.slice(0, known);
  first.before(...fresh);
  if (live) live.dataset.news = page.getElementById('live')?.dataset.news ?? live.dataset.news;
  if (button) button.hidden = true;
  // Some browsers have done so themselves.
  scrollBy(0, first.getBoundingClientRect().top - top);
  if (here === button) enter(fresh[0]);
}
