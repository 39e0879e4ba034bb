import type { Caller, Inbox } from './inbox.ts';
import type { Protocol } from './notification.ts';
import { parseUrl } from './url.ts';

const MAX_KEPT = 500;

/**
 * Has the inbox keep a line of what is about to be refused for its syntax. The reply waits for it, as it waits for those of
 * other refusals, and depends on nothing that comes of it.
 */
export async function tellUnusable(
  inbox: Inbox,
  protocol: Protocol,
  source: string | undefined,
  target: string | undefined,
  caller: Caller,
): Promise<void> {
  if (inbox.unusable === undefined) return;
  const reason = problem('source', source) ?? problem('target', target);
  if (reason === undefined) return;
  await inbox.unusable({ protocol, source: cut(source), target: cut(target), reason }, caller);
}

function problem(name: 'source' | 'target', text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return `The ${name} is not a usable address: there is none.`;
  const parsed = parseUrl(text.trim());
  return parsed.ok ? undefined : `The ${name} is not a usable address: ${parsed.reason}.`;
}

function cut(text = ''): string {
  return text.length > MAX_KEPT ? `${text.slice(0, MAX_KEPT).toWellFormed()}…` : text.toWellFormed();
}
