import { type Http, headerValue } from '@hearback/protocol';
import type { BlockList } from '../block-list.ts';
import { messageOf } from '../errors.ts';
import type { BlockLists, Clock } from '../ports/index.ts';
import { MAX_LIST_BYTES, readBlockList } from './read-block-list.ts';

export interface RefreshDeps {
  readonly lists: BlockLists;
  readonly http: Http;
  readonly clock: Clock;
  /** A file of the owner's, at most so many bytes of it and whether there was more; rejects when it cannot be read. */
  readonly readFile: (path: string, most: number) => Promise<{ readonly text: string; readonly truncated: boolean }>;
}

/**
 * Looks at a list again, by a conditional request where it is a URL. What cannot be had, or has not one domain in it,
 * changes nothing: an error page in place of a list must not open the door. Answers a sentence for the log.
 */
export async function refreshList(deps: RefreshDeps, list: BlockList): Promise<string> {
  const reading = /^https?:\/\//i.test(list.address) ? await fetchList(deps, list) : await fileList(deps, list);
  const at = deps.clock.now();
  if (reading.kind === 'problem') {
    await deps.lists.fail(list.id, reading.problem, at);
    return `The block list ${list.address} could not be read: ${reading.problem}`;
  }
  const known = { entityTag: list.entityTag, lastModified: list.lastModified };
  if (reading.kind === 'same') {
    await deps.lists.save(list.id, { ...known, entries: undefined, skipped: 0, at });
    return `The block list ${list.address} has not changed.`;
  }
  const { domains, skipped } = readBlockList(reading.text);
  if (domains.length === 0) {
    const problem = 'It has no domain in it; what was read before stays.';
    await deps.lists.fail(list.id, problem, at);
    return `The block list ${list.address}: ${problem}`;
  }
  const { entityTag, lastModified } = reading;
  await deps.lists.save(list.id, { entries: domains, skipped, entityTag, lastModified, at });
  return `The block list ${list.address} has ${domains.length} domains; ${skipped} lines were skipped.`;
}

type Read =
  | { readonly kind: 'text'; readonly text: string; readonly entityTag: string; readonly lastModified: string }
  | { readonly kind: 'same' }
  | { readonly kind: 'problem'; readonly problem: string };

const TOO_LARGE = { kind: 'problem', problem: 'It is larger than 5 MiB.' } as const;

async function fetchList({ http }: RefreshDeps, { address, entityTag, lastModified }: BlockList): Promise<Read> {
  const headers = {
    ...(entityTag && { 'if-none-match': entityTag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
  const reply = await http.request({
    method: 'GET',
    url: address,
    redirects: 'page',
    headers,
    maxBytes: MAX_LIST_BYTES,
  });
  if (!reply.ok) return { kind: 'problem', problem: reply.reason };
  if (reply.status === 304) return { kind: 'same' };
  if (reply.status !== 200) return { kind: 'problem', problem: `It was answered with HTTP ${reply.status}.` };
  if (reply.truncated) return TOO_LARGE;
  return {
    kind: 'text',
    text: new TextDecoder().decode(reply.body),
    entityTag: headerValue(reply.headers, 'etag')?.slice(0, 500) ?? '',
    lastModified: headerValue(reply.headers, 'last-modified')?.slice(0, 100) ?? '',
  };
}

async function fileList({ readFile }: RefreshDeps, { address }: BlockList): Promise<Read> {
  try {
    const { text, truncated } = await readFile(address, MAX_LIST_BYTES);
    return truncated ? TOO_LARGE : { kind: 'text', text, entityTag: '', lastModified: '' };
  } catch (error) {
    return { kind: 'problem', problem: messageOf(error) };
  }
}
