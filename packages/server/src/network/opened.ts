import type { Socket } from 'node:net';

export type Opened = { readonly ok: true } | { readonly ok: false; readonly late: boolean; readonly error: unknown };

/**
 * Waits for `connect` or `secureConnect`, at most `ms` milliseconds and not beyond the signal; a socket that does not get
 * there is destroyed. From here on an error of the socket is never uncaught: whoever uses it learns of it by `close`.
 */
export function opened(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  ms: number,
  signal: AbortSignal,
): Promise<Opened> {
  return new Promise((resolve) => {
    const settle = (outcome: Opened) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onLate);
      if (!outcome.ok) socket.destroy();
      resolve(outcome);
    };
    const onLate = () => settle({ ok: false, late: true, error: undefined });
    const timer = setTimeout(onLate, ms);
    signal.addEventListener('abort', onLate, { once: true });
    socket.on('error', (error: unknown) => settle({ ok: false, late: false, error }));
    socket.once('close', () => settle({ ok: false, late: false, error: new Error('closed') }));
    socket.once(event, () => settle({ ok: true }));
    if (signal.aborted) onLate();
  });
}
