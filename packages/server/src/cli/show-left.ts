import type { Left, Watcher } from '../compose/watcher.ts';
import { counted } from '../counted.ts';
import type { Progress } from './progress.ts';

const EVERY_MS = 1_000;

/** Shows once a second what is still to be done; the answer ends that and clears the line. */
export function showLeft(watcher: Pick<Watcher, 'left'>, progress: Progress, everyMs = EVERY_MS): () => void {
  let shown = false;
  const timer = setInterval(() => {
    // A store that cannot be read is told of by whoever works with it.
    watcher.left().then(show, () => {});
  }, everyMs);
  timer.unref();

  function show(left: Left): void {
    const text = leftText(left);
    if (text !== undefined) progress.say(text);
    else if (shown) progress.end();
    shown = text !== undefined;
  }

  return () => {
    clearInterval(timer);
    progress.end();
  };
}

/** `undefined` when nothing is left. */
export function leftText({ pages, links }: Left): string | undefined {
  const parts = [
    ...(pages > 0 ? [`${counted(pages, 'page')} to be read`] : []),
    ...(links > 0 ? [`${counted(links, 'link')} to be told`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}
