import { address, cardOf, cards, current, enter, showCounts } from './list.ts';

interface Answer {
  readonly sentence?: string;
  /** Names what can be taken back. */
  readonly undo?: string;
  readonly next: string;
  readonly counts: Readonly<Record<string, string>>;
}

interface Removed {
  readonly card: HTMLElement;
  readonly after: Element | null;
}

const live = document.getElementById('live');
const form = document.querySelector<HTMLFormElement>('#list');
const tab = new URL(location.href).searchParams.get('show') ?? 'held';
/** In these a decision takes nothing out of the list. */
const stays = tab === 'all' || tab === 'lost';
/** Cards that were decided about, by the name that takes it back. */
const removed = new Map<string, readonly Removed[]>();
let last: string | undefined;

/** Decides by the buttons of the page without leaving it. */
export function decideHere(): void {
  form?.addEventListener('submit', (event) => {
    if (!event.submitter) return;
    event.preventDefault();
    void decide(new FormData(form, event.submitter as HTMLButtonElement));
  });
  document.getElementById('tick-all')?.addEventListener('change', ({ target }) => {
    for (const box of boxes()) box.checked = (target as HTMLInputElement).checked;
  });
}

function boxes(): NodeListOf<HTMLInputElement> {
  return document.querySelectorAll<HTMLInputElement>('#list input[name=mention]');
}

async function decide(fields: FormData): Promise<void> {
  const one = fields.get('one');
  const ids = one ? [String(one).replace(/^\w+:/, '')] : fields.getAll('mention').map(String);
  const answer = await post(fields);
  if (!answer) return;
  // What cannot be taken back changed nothing, and stays where it is.
  if (!answer.undo || stays) return answer.undo ? location.assign(answer.next) : say(answer.sentence);
  const here = current();
  const all = cards();
  const at = here ? all.indexOf(here) : -1;
  const gone: Removed[] = [];
  for (const id of ids) {
    const card = cardOf(id);
    if (!card) continue;
    gone.push({ card, after: card.previousElementSibling });
    card.remove();
  }
  removed.set(answer.undo, gone);
  last = answer.undo;
  showCounts(answer.counts);
  if (cards().length === 0) return location.assign(answer.next);
  say(answer.sentence, answer.undo);
  if (here && !here.isConnected)
    enter([...all.slice(at + 1), ...all.slice(0, at).reverse()].find((one) => one.isConnected));
}

/** Takes back what was decided last, here or on the page before. */
export async function undo(): Promise<void> {
  if (last === undefined) return document.querySelector<HTMLElement>('.done button[value=undo]')?.click();
  const step = last;
  last = undefined;
  const fields = new FormData(form ?? undefined);
  fields.delete('mention');
  fields.set('decision', 'undo');
  fields.set('step', step);
  const answer = await post(fields);
  if (!answer) return;
  const back = removed.get(step) ?? [];
  for (const { card, after } of [...back].reverse()) {
    for (const box of card.querySelectorAll<HTMLInputElement>('input[name=mention]')) box.checked = false;
    if (after?.isConnected) after.after(card);
    else form?.querySelector('.bulk')?.after(card);
  }
  removed.delete(step);
  showCounts(answer.counts);
  say(answer.sentence);
  enter(back[0]?.card);
}

async function post(fields: FormData): Promise<Answer | undefined> {
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  try {
    const response = await fetch('/admin/inbox', { method: 'POST', headers: { accept: 'application/json' }, body });
    // The session may be over: the page then says so itself.
    if (response.redirected) location.assign(address());
    if (response.ok) return (await response.json()) as Answer;
  } catch {
    // Said below.
  }
  say(live?.dataset.failed);
  return undefined;
}

function say(sentence: string | undefined, step?: string): void {
  document.querySelector('.done')?.remove();
  if (!live) return;
  live.replaceChildren(sentence ?? '');
  if (!step) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = live.dataset.undo ?? '';
  button.addEventListener('click', () => void undo());
  live.append(' ', button);
}
