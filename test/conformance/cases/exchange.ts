import type { Notification } from '@hearback/protocol';
import type { Answer, Call } from '../doors.ts';
import { POST } from '../house.ts';

/** A request to a receiver and what must come of it. */
export interface Exchange {
  /** Ids of rows, then a few words. */
  readonly name: string;
  readonly call: Call;
  readonly status: number;
  /** The fault code of the reply; `undefined` when it must be none. */
  readonly fault?: number;
  /** What reaches the inbox, in part; `undefined` when nothing may. */
  readonly heard?: Partial<Notification>;
  /** What else must hold of the answer; throws when it does not. */
  readonly also?: (answer: Answer) => void;
}

export const SOURCE = 'https://bob.example/answer';

export function xmlPost(body: Call['body'], headers: Readonly<Record<string, string>> = {}): Call {
  return { path: '/xmlrpc', headers: { 'content-type': 'text/xml', ...headers }, body };
}

/** A call of XML-RPC, each value as the inside of `<value>`. */
export function callOf(method: string, ...values: string[]): string {
  const params = values.map((value) => `<param><value>${value}</value></param>`).join('');
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`;
}

export function pingOf(source = SOURCE, target = POST): string {
  return callOf('pingback.ping', `<string>${source}</string>`, `<string>${target}</string>`);
}

export const HEARD: Partial<Notification> = { protocol: 'pingback', source: SOURCE, target: POST };

/** A ping that is taken. */
export function taken(name: string, body: Call['body'], heard = HEARD, headers?: Record<string, string>): Exchange {
  return { name, call: xmlPost(body, headers), status: 200, heard };
}

/** A call that is answered with a fault before the inbox is asked. */
export function faulty(name: string, body: Call['body'], fault: number, headers?: Record<string, string>): Exchange {
  return { name, call: xmlPost(body, headers), status: 200, fault };
}

/** Text as latin-1 bytes. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
