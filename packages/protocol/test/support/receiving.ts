import type { Decision, Inbox, Notification } from '../../src/index.ts';
import { createReceiver } from '../../src/index.ts';

export const SOURCE = 'http://alice.example/1';
export const TARGET = 'http://bob.example/2';
export const STATUS_URL = 'https://bob.example/status/0123456789abcdef0123456789abcdef';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A call as XML, every value given as the inside of `<value>`. */
export function callXml(method: string, ...values: string[]): string {
  const params = values.map((value) => `<param><value>${value}</value></param>`).join('');
  return `<methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`;
}

export function pingXml(source = SOURCE, target = TARGET): string {
  return callXml('pingback.ping', source, target);
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Of the fault, when the reply is one. */
  readonly fault: number | undefined;
  /** What the inbox was given by this request. */
  readonly accepted: readonly Notification[];
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one body to a receiver whose inbox answers `decision`. */
export async function send(
  body: string | Uint8Array,
  sent: Sent = {},
  decision?: Decision,
  inbox?: Partial<Inbox>,
): Promise<Answer> {
  const accepted: Notification[] = [];
  const receiver = createReceiver({
    async accept(notification) {
      accepted.push(notification);
      return decision ?? { outcome: 'accepted', statusUrl: STATUS_URL };
    },
    pingbacks: async () => undefined,
    ...inbox,
  });
  const reply = await receiver.receive({
    method: sent.method ?? 'POST',
    headers: sent.headers ?? { 'content-type': 'text/xml' },
    body: typeof body === 'string' ? utf8(body) : body,
    caller: {},
  });
  const text = DECODER.decode(reply.body);
  const code = /<fault>.*<int>(-?\d+)<\/int>/.exec(text)?.[1];
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    fault: code === undefined ? undefined : Number(code),
    accepted,
  };
}
