/** One header line; names in lower case, repeated lines kept apart and in order (two X-Pingback headers are two entries). */
export type HeaderLine = readonly [name: string, value: string];

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /**
   * What a redirect means. `page`: follow up to five, each hop guarded like the first. `endpoint`: send the same POST
   * again on 301, 302, 307 and 308, to the same host name only; 303 is a failure.
   */
  readonly redirects: 'page' | 'endpoint';
  /** Bytes of the body to keep, decoded; what comes after is cut and `truncated` says so. 1 MiB unless told. */
  readonly maxBytes?: number;
  /**
   * Whether a body of this `Content-Type` is of use. One that is not stays unread: the reply has its head, and an empty
   * body. Every body is, unless told.
   */
  readonly reads?: (contentType: string | undefined) => boolean;
}

export interface HttpReply {
  readonly ok: true;
  readonly status: number;
  readonly finalUrl: string;
  readonly headers: readonly HeaderLine[];
  readonly body: Uint8Array;
  readonly truncated: boolean;
  /** Every URL asked, the first included. */
  readonly chain: readonly string[];
  /** The header lines of the last request as they went out, where the network tells them. */
  readonly sent?: readonly HeaderLine[];
  /** Milliseconds since it was fetched, when it was kept from an earlier request. */
  readonly ageMs?: number;
}

/**
 * Why there is no reply. `refused`: our own guard said no, nothing was sent to that address. `invalid`: the peer broke
 * HTTP or a cap. `waiting`: that host is not to be asked yet, nothing was sent; see `waitMs`. The rest are outages and
 * worth another try.
 */
export type HttpFailureKind =
  | 'refused'
  | 'invalid'
  | 'redirects'
  | 'waiting'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset';

export interface HttpFailure {
  readonly ok: false;
  readonly kind: HttpFailureKind;
  /** One sentence that a blogger can read, naming the host. */
  readonly reason: string;
  /** Of an answer that came and could not be used: a redirect that is not followed, a body that broke off. */
  readonly status?: number;
  /** The header lines of the last request, as in a reply; none where nothing was sent. */
  readonly sent?: readonly HeaderLine[];
  /** Of `waiting`: milliseconds until the request is worth another try. */
  readonly waitMs?: number;
  /** Milliseconds since it failed, when the failure was kept from an earlier request. */
  readonly ageMs?: number;
}

/** The network as the protocol sees it. Never throws for anything a peer does; every outcome is a value. */
export interface Http {
  request(request: HttpRequest): Promise<HttpReply | HttpFailure>;
}

/** All values of a header, one entry a line. */
export function headerValues(headers: readonly HeaderLine[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([n]) => n.toLowerCase() === wanted).map(([, value]) => value);
}

/** The first value of a header. */
export function headerValue(headers: readonly HeaderLine[], name: string): string | undefined {
  return headerValues(headers, name)[0];
}
