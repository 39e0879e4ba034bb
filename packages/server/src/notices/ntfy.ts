import { type Http, retryAfterSeconds } from '@hearback/protocol';
import type { Channel, Letter, SendOutcome } from '../ports/index.ts';
import type { Gathering } from '../recipient.ts';
import { wordsOf } from '../words/words.ts';
import { newsOf, restOf, summaryOf } from './news.ts';
import { cut, type Links, type Show } from './shown.ts';

interface TopicDeps {
  readonly http: Http;
  readonly show: Show;
  readonly links: Links;
}

const ENCODER = new TextEncoder();
const MAX_REPLY_BYTES = 1024;
/** A server takes 4 KiB as text and makes a file of what is longer. */
const MOST_MESSAGE = 1_500;
const LINES = 5;

/**
 * Tells a topic of ntfy. As JSON to the server's root, where no text of a stranger comes near a header. Whoever knows the
 * name of a topic may read it, so that no link that decides stands in the message.
 */
export function createTopic({ http, show, links }: TopicDeps): Channel {
  return async (recipient, letter) => {
    if (recipient.kind !== 'ntfy') return { outcome: 'refused', reason: 'It is no topic.' };
    const { token } = recipient;
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const { root, topic } = topicOf(recipient.address);
    const body = ENCODER.encode(JSON.stringify({ topic, ...messageOf(recipient, letter) }));
    const asked = { method: 'POST', redirects: 'endpoint', maxBytes: MAX_REPLY_BYTES } as const;
    const reply = await http.request({ ...asked, url: root, headers, body });
    if (!reply.ok) return { outcome: reply.kind === 'refused' ? 'refused' : 'later', reason: reply.reason };
    return outcomeOf(reply.status, (retryAfterSeconds(reply.headers) ?? 0) * 1000);
  };

  function messageOf(recipient: Gathering & { readonly kind: 'ntfy' }, letter: Letter) {
    const words = wordsOf(recipient.language);
    const news = letter.tellings.map((telling) => newsOf(telling, show, words));
    const rest = restOf(news, letter.counts);
    const [only] = news;
    const isOne = only !== undefined && news.length + rest === 1;
    const lines = isOne
      ? [only.shown.title, only.shown.excerpt, only.shown.source]
      : news.slice(0, LINES).map(({ headline }) => headline);
    const hidden = news.length + rest - LINES;
    const text = [...lines.filter(Boolean), ...(!isOne && hidden > 0 ? [words.news.more(hidden)] : [])].join('\n');
    return {
      title: cut(summaryOf(news, letter, words), 200),
      message: cut(text || words.news.testText, MOST_MESSAGE),
      priority: recipient.priority,
      click: isOne ? links.mention(only.id) : links.inbox,
    };
  }
}

/** `https://ntfy.example/my-topic` is the topic `my-topic` of the server at `https://ntfy.example/`. */
function topicOf(address: string): { readonly root: string; readonly topic: string } {
  const url = new URL(address);
  return { root: `${url.origin}/`, topic: decodeURIComponent(url.pathname.slice(1)) };
}

function outcomeOf(status: number, afterMs: number): SendOutcome {
  const reason = `The server answered HTTP ${status}.`;
  if (status >= 200 && status < 300) return { outcome: 'sent', reason };
  // A token that is wrong can be mended within the hours of the tries.
  const isFinal = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
  return isFinal
    ? { outcome: 'refused', reason }
    : { outcome: 'later', reason, afterMs: Math.min(afterMs, 86_400_000) };
}
