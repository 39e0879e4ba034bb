import { counted } from '../counted.ts';
import type { Terminal } from './command.ts';

export interface Progress {
  update(done: number, total: number): void;
  /** How far it is, in other words. */
  say(text: string): void;
  /** Clears the line. */
  end(): void;
}

/** One line that is written over, for a person who watches; silent otherwise. */
export function showProgress(
  { interactive }: Terminal,
  write: (text: string) => void = (text) => process.stderr.write(text),
): Progress {
  if (!interactive) return { update() {}, say() {}, end() {} };
  const say = (text: string) => write(`\r\u001b[K${text} …`);
  return {
    update: (done, total) => say(`${done} of ${counted(total, 'link')} done`),
    say,
    end: () => write('\r\u001b[K'),
  };
}
