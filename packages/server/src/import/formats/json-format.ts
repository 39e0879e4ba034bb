import { parseUrl } from '@hearback/protocol';
import type { Brought, Found, Skipped } from '../brought.ts';
import { members, string } from '../entry.ts';
import type { Format } from '../format.ts';
import { elementsOf } from './json-elements.ts';

type Members = Readonly<Record<string, unknown>>;

/** What one object of the list is: a mention, or why it is none. */
export type ReadElement = (element: Members) => Brought | Skipped;

interface JsonFormat extends Pick<Format, 'name' | 'title' | 'looksLike'> {
  /** Names of the member that has the list. */
  readonly lists: readonly string[];
  readonly element: ReadElement;
}

/** A format that is a list of objects in a JSON document. */
export function jsonFormat({ lists, element, ...format }: JsonFormat): Format {
  return {
    ...format,
    async *read(text) {
      for await (const { text: json, line } of elementsOf(text, lists)) yield found(json, line, element);
    },
  };
}

function found(json: string, line: number, read: ReadElement): Found {
  const place = `line ${line}`;
  const value = parsed(json);
  if (value === undefined) return { place, ok: false, why: 'unreadable', what: json.slice(0, 80) };
  const brought = read(value);
  const id = string(value['wm-id'] ?? value.id);
  const what = JSON.stringify(value['wm-source'] ?? value.source ?? '').slice(0, 200);
  if (typeof brought === 'string') return { place, id, ok: false, why: brought, what };
  if (!isPair(brought)) return { place, id, ok: false, why: 'unreadable', what };
  return { place, id, ok: true, brought };
}

function parsed(json: string): Members | undefined {
  try {
    return members(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function isPair({ source, target }: Brought): boolean {
  return parseUrl(source).ok && parseUrl(target).ok;
}
