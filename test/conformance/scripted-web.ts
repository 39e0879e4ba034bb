import type { Http, HttpFailureKind, HttpRequest } from '@hearback/protocol';

/** What a page of the scripted web answers. */
export interface Page {
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  /** Where redirects lead; the answer is then that page's. */
  readonly finalUrl?: string;
}

export interface ScriptedWeb {
  readonly http: Http;
  /** By URL; what is not here answers 404. A failure is named by its kind. */
  readonly pages: Map<string, Page | HttpFailureKind>;
  readonly asked: HttpRequest[];
}

const ENCODER = new TextEncoder();
const HTML: readonly [string, string] = ['content-type', 'text/html; charset=utf-8'];

/** A web of pages that a test writes down. */
export function scriptedWeb(pages: Readonly<Record<string, Page | HttpFailureKind>> = {}): ScriptedWeb {
  const web = new Map(Object.entries(pages));
  const asked: HttpRequest[] = [];
  return {
    pages: web,
    asked,
    http: {
      async request(request) {
        asked.push(request);
        const page = web.get(request.url) ?? { status: 404 };
        if (typeof page === 'string') return { ok: false, kind: page, reason: `There was no answer (${page}).` };
        const { status = 200, headers = [HTML], body = '', finalUrl = request.url } = page;
        return {
          ok: true,
          status,
          headers,
          finalUrl,
          chain: finalUrl === request.url ? [finalUrl] : [request.url, finalUrl],
          body: ENCODER.encode(body),
          truncated: false,
        };
      },
    },
  };
}
