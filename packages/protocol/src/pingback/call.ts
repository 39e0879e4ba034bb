import type { Notification } from '../notification.ts';
import { asciiUrl } from '../url.ts';
import type { Value } from '../xml-rpc/value.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** XMLRPC::Lite sends every string with a non-ASCII letter in it as base64 of its UTF-8 bytes. */
function decodeBase64(text: string): string | undefined {
  try {
    return UTF8.decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function textOf(value: Value): string | undefined {
  if (value.type === 'string') return value.text;
  return value.type === 'base64' ? decodeBase64(value.text) : undefined;
}

/** The two texts that ought to be source and target, as they were sent; `undefined` for what is no text or not there. */
export function textsOf([source, target]: readonly Value[]): readonly [string | undefined, string | undefined] {
  return [source && textOf(source), target && textOf(target)];
}

/** The one URL in `params`, for methods that take a single URL. */
export function readUrlParam(params: readonly Value[]): string | undefined {
  const [value, ...more] = params;
  if (value === undefined || more.length > 0) return undefined;
  const text = textOf(value);
  return text === undefined ? undefined : asciiUrl(text.trim());
}

/**
 * Reads the parameters of `pingback.ping` (Pingback 1.0 §3): exactly two strings, source first, both absolute http(s)
 * URLs. `undefined` means fault −32602. Whether the target is ours is not asked here.
 *
 * @example
 * readPing(call.params); // { protocol: 'pingback', source: 'https://alice.example/1', target: 'https://bob.example/2#c3' }
 */
export function readPing(params: readonly Value[]): Notification | undefined {
  const [first, second, ...more] = params;
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const source = readUrlParam([first]);
  const target = readUrlParam([second]);
  return source === undefined || target === undefined ? undefined : { protocol: 'pingback', source, target };
}
