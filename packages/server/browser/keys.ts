import { undo } from './decide.ts';
import { current, move } from './list.ts';

/** Where this browser keeps that its reader wants no keys: they stand in the way of those who speak to it. */
const OFF = 'hearback-keys-off';

const dialog = document.querySelector<HTMLDialogElement>('#keys');

function press(verdict: string): void {
  current()?.querySelector<HTMLElement>(`button[value^="${verdict}:"]`)?.click();
}

const KEYS: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press('approve'),
  r: () => press('reject'),
  s: () => press('spam'),
  u: () => void undo(),
  x: () => current()?.querySelector<HTMLElement>('input[name=mention]')?.click(),
  o: () => current()?.querySelector<HTMLElement>('header a')?.click(),
  n: () => document.querySelector<HTMLElement>('#fresh:not([hidden])')?.click(),
  '/': () => document.querySelector<HTMLElement>('input[type=search]')?.focus(),
  '?': () => dialog?.showModal(),
};

/** Single keys, which can be switched off (WCAG 2.2 §2.1.4) and never act where somebody types. */
export function listen(): void {
  const isOn = document.querySelector<HTMLInputElement>('#keys-on');
  if (isOn) {
    isOn.checked = localStorage.getItem(OFF) === null;
    isOn.addEventListener('change', () =>
      isOn.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1'),
    );
  }
  document.getElementById('keys-help')?.addEventListener('click', () => dialog?.showModal());
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || dialog?.open || isOn?.checked === false) return;
    if ((target as Element).matches('input:not([type=checkbox]), textarea, select')) return;
    const act = KEYS[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
