import type { Http, HttpFailure, HttpReply, HttpRequest } from '../../src/index.ts';
import { utf8 } from './receiving.ts';

export interface FakeReply {
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array;
  readonly finalUrl?: string;
  readonly truncated?: boolean;
}

export function reply(
  url: string,
  { status = 200, headers = [], body = '', finalUrl = url, truncated = false }: FakeReply,
): HttpReply {
  return {
    ok: true,
    status,
    headers,
    finalUrl,
    truncated,
    chain: [url],
    body: typeof body === 'string' ? utf8(body) : body,
  };
}

/** A network of one answer, which keeps what it was asked. */
export function network(answer: FakeReply | HttpFailure): { readonly http: Http; readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const http: Http = {
    async request(request) {
      requests.push(request);
      return 'kind' in answer ? answer : reply(request.url, answer);
    },
  };
  return { http, requests };
}
