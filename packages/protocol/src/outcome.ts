interface Answered {
  /** A sentence for the sender. */
  readonly reason: string;
  /** Also of an answer that could not be used; `undefined` when none came. */
  readonly httpStatus: number | undefined;
}

/** What became of one notification, by any protocol. Only `later` is worth another try. */
export type TellOutcome =
  /**
   * Taken. `message` is the peer's text: one line of plain text, at most 500 graphemes, `''` when it said nothing.
   * `statusUrl`, absolute http(s), is where a Webmention receiver tells what becomes of it.
   */
  | ({ readonly outcome: 'delivered'; readonly message: string; readonly statusUrl?: string } & Answered)
  /** The peer has it already: as good as delivered. `fault` as below: TrackBack says it in words. */
  | ({ readonly outcome: 'already'; readonly fault: number | undefined; readonly message: string } & Answered)
  /** `fault` is a code of Pingback; the other protocols have none. */
  | ({ readonly outcome: 'refused'; readonly fault: number | undefined; readonly message: string } & Answered)
  /** Not now: `retryAfter` in seconds where the peer named a time. */
  | ({
      readonly outcome: 'later';
      readonly retryAfter: number | undefined;
      readonly fault: number | undefined;
    } & Answered)
  /** Never: what is there is no working endpoint, or our own guard does not let us go there. */
  | ({ readonly outcome: 'failed' } & Answered);
