import { parseUrl } from '@hearback/protocol';
import { checkNetwork } from '../compose/network-text.ts';
import { type Config, type RawConfig, readConfig } from '../config.ts';
import { HearbackError } from '../errors.ts';

export function readCommandConfig(raw: RawConfig): Config {
  return readConfig(raw, checkNetwork);
}

/** An absolute http(s) URL from the command line. */
export function webAddress(text: string, what: string): URL {
  const parsed = parseUrl(text);
  if (parsed.ok) return parsed.url;
  throw new HearbackError('usage', `${what} "${text}" is not a web address: ${parsed.reason}`);
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
