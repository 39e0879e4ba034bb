import type { Http, HttpFailureKind, HttpReply, HttpRequest } from '@hearback/protocol';

export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the chain of redirects ended in. */
  readonly finalUrl?: string;
  /** Every URL asked; the one asked unless told. */
  readonly chain?: readonly string[];
  readonly truncated?: boolean;
  /** No reply at all. */
  readonly failure?: HttpFailureKind;
}

export type Script = ScriptedReply | string | ((request: HttpRequest) => ScriptedReply | string);

/** A network whose servers answer from a script, and which remembers what was asked. Unknown URLs are 404. */
export interface ScriptedWeb extends Http {
  readonly asked: HttpRequest[];
  /** Adds or replaces the answer of a URL; a text is an HTML page. */
  on(url: string, script: Script): void;
  /** `GET https://a/`, in order. */
  lines(method?: string): string[];
}

export function createScriptedWeb(scripts: Readonly<Record<string, Script>> = {}): ScriptedWeb {
  const answers = new Map(Object.entries(scripts));
  const asked: HttpRequest[] = [];
  return {
    asked,
    on: (url, script) => void answers.set(url, script),
    lines: (method) => asked.filter((one) => !method || one.method === method).map((one) => `${one.method} ${one.url}`),
    async request(request) {
      asked.push(request);
      const script = answers.get(request.url) ?? { status: 404, body: '<p>Not found</p>' };
      const answer = typeof script === 'function' ? script(request) : script;
      return replyTo(request, typeof answer === 'string' ? { body: answer } : answer);
    },
  };
}

function replyTo({ url }: HttpRequest, { status = 200, headers = {}, body = '', ...rest }: ScriptedReply) {
  if (rest.failure) return { ok: false, kind: rest.failure, reason: `${new URL(url).host} did not answer.` } as const;
  const lines = Object.entries({ 'content-type': 'text/html; charset=utf-8', ...headers });
  const finalUrl = rest.finalUrl ?? url;
  const bytes = new TextEncoder().encode(body);
  const reply: HttpReply = {
    ok: true,
    status,
    finalUrl,
    headers: lines,
    body: bytes,
    truncated: rest.truncated ?? false,
    chain: rest.chain ?? [url],
  };
  return reply;
}
