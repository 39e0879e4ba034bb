import type { Terminal } from './command.ts';

export interface Progress {
  update(done: number, total: number): void;
  /** Clears the line. */
  end(): void;
}

/** One line that is written over, for a person who watches; silent otherwise. */
export function showProgress(
  { interactive }: Terminal,
  write: (text: string) => void = (text) => process.stderr.write(text),
): Progress {
  if (!interactive) return { update() {}, end() {} };
  return {
    update: (done, total) => write(`\r\u001b[K${done} of ${total} links done …`),
    end: () => write('\r\u001b[K'),
  };
}
