import { readdirSync, readFileSync } from 'node:fs';

const FIXTURES = new URL('../../../../fixtures/', import.meta.url);
const PINGBACK = 'pingback/captures/';
const MARK = /^(?:>>>>>>>> (CLIENT)|<<<<<<<< (SERVER)) .*\n/m;

export interface Message {
  readonly side: 'CLIENT' | 'SERVER';
  /** Request or status line. */
  readonly start: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

function bytes(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (character) => character.charCodeAt(0));
}

function dechunk(text: string): string {
  let whole = '';
  for (let rest = text; ; ) {
    const end = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.slice(0, end), 16);
    if (end < 0 || !(size > 0)) return whole;
    whole += rest.slice(end + 2, end + 2 + size);
    rest = rest.slice(end + 2 + size + 2);
  }
}

function readMessage(side: Message['side'], text: string): Message | undefined {
  const end = text.indexOf('\r\n\r\n');
  const [start = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines)
    headers[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 1).trim();
  const rest = text.slice(end + 4);
  if (rest.includes('[[ body cut here')) return undefined;
  // A chunked interim reply or an `Expect` request has its body in the next part of the recording.
  const body =
    headers['transfer-encoding'] === 'chunked' ? dechunk(rest) : rest.slice(0, Number(headers['content-length'] ?? 0));
  return { side, start, headers, body: bytes(body) };
}

/** The messages of one recording, in order; throws when there are none, so that a renamed file cannot pass. */
export function readCapture(name: string, folder = PINGBACK): Message[] {
  const [, ...parts] = readFileSync(new URL(folder + name, FIXTURES), 'latin1').split(MARK);
  const messages: Message[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const message = readMessage(parts[at] === undefined ? 'SERVER' : 'CLIENT', parts[at + 2] ?? '');
    if (message !== undefined) messages.push(message);
  }
  if (messages.length === 0) throw new Error(`${name} holds no messages: is it a capture?`);
  return messages;
}

export function captureNames(prefix: string): string[] {
  const names = readdirSync(new URL(PINGBACK, FIXTURES)).filter((name) => name.startsWith(prefix));
  if (names.length === 0) throw new Error(`no capture begins with ${prefix}`);
  return names;
}

/** The requests that carry a ping, in order. */
export function pingRequests(name: string): Message[] {
  return readCapture(name).filter(
    ({ side, headers, body }) =>
      side === 'CLIENT' &&
      (headers['content-encoding'] !== undefined || new TextDecoder().decode(body).includes('pingback.ping')),
  );
}
