import { connect } from 'node:net';

export interface Wire {
  /** Sends bytes as they are. */
  write(text: string): void;
  /** Everything received up to the end of the connection, whoever ends it. */
  readonly whole: Promise<string>;
  /** Resolves with what was received as soon as it contains the text. */
  until(text: string): Promise<string>;
  end(): void;
}

/** A bare socket, for requests that no HTTP client would send. */
export function openWire(port: number): Wire {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  const watchers = new Set<() => void>();
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
    for (const watch of watchers) watch();
  });
  const whole = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(received));
    socket.on('error', () => {});
  });
  return {
    write: (text) => void socket.write(text, 'latin1'),
    whole,
    until: (text) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          if (received.includes(text)) resolve(received);
        };
        watchers.add(watch);
        socket.on('close', () => reject(new Error(`The connection ended without "${text}": ${received}`)));
        watch();
      }),
    end: () => void socket.end(),
  };
}
