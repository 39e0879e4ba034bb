/** What a client saw of one notification. */
export interface Answer {
  readonly source: string;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly ms: number;
  /** It says that the notification was taken. */
  readonly accepted: boolean;
}

export type Announcement = 'pingback' | 'webmention' | 'trackback';
export const ANNOUNCEMENTS: readonly Announcement[] = ['pingback', 'webmention', 'trackback'];
export const HOME = 'https://home.example/';
export const TARGET = `${HOME}post`;

/** A page where nobody listens: its check fails like that of a page that is down. */
export const nowhere = (n: number) => `http://127.3.${Math.floor(n / 250) % 250}.${(n % 250) + 1}:9/${n}`;

/** Announces a link; rejects when the connection breaks. */
export async function announce(
  url: string,
  source: string,
  by: Announcement = 'webmention',
  target = TARGET,
): Promise<Answer> {
  const begun = performance.now();
  const reply = await fetch(...request(url, source, by, target));
  const text = `${reply.headers.get('location') ?? ''} ${await reply.text()}`;
  return {
    source,
    status: reply.status,
    retryAfter: reply.headers.get('retry-after'),
    text,
    ms: performance.now() - begun,
    accepted: /\/status\/[\w-]{22}|<error>0<\/error>/.test(text),
  };
}

function request(url: string, source: string, by: Announcement, target: string): [string, RequestInit] {
  if (by === 'webmention')
    return [`${url}/webmention`, { method: 'POST', body: new URLSearchParams({ source, target }) }];
  if (by === 'trackback')
    return [
      `${url}/trackback?${new URLSearchParams({ target })}`,
      { method: 'POST', body: new URLSearchParams({ url: source }) },
    ];
  const params = [source, target].map((value) => `<param><value><string>${value}</string></value></param>`);
  const body = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>${params.join('')}</params></methodCall>`;
  return [`${url}/xmlrpc`, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body }];
}
