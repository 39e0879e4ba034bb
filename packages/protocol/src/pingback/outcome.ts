import { charsetOf } from '../document/content-type.ts';
import { FAULT } from '../fault.ts';
import type { HttpFailure, HttpReply } from '../http.ts';
import { headerValue } from '../http.ts';
import type { TellOutcome } from '../outcome.ts';
import type { ReplyReading } from '../xml-rpc/reply.ts';
import { readReply } from '../xml-rpc/reply.ts';
import { readableMessage } from './message.ts';
import { refusalReason, strangerReason } from './reasons.ts';
import { isOutage, isPassing, retryAfterSeconds } from './retry.ts';

/** 409, "Duplicate comment", is what WordPress says of some repeats; it means what 48 means. */
const ALREADY: ReadonlySet<number> = new Set([FAULT.alreadyRegistered, 409]);

/** The fault that WordPress sends for more than one linkback in 15 seconds; no code of any specification. */
const TOO_MANY = 429;

function readFault(code: number, text: string, reply: HttpReply): TellOutcome {
  const message = readableMessage(text);
  const httpStatus = reply.status;
  if (ALREADY.has(code)) {
    const reason = 'The endpoint has this pingback already.';
    return { outcome: 'already', fault: code, message, httpStatus, reason };
  }
  if (code === TOO_MANY) {
    const reason = 'The endpoint asks to go slower (fault 429).';
    return { outcome: 'later', retryAfter: retryAfterSeconds(reply.headers), fault: code, httpStatus, reason };
  }
  return { outcome: 'refused', fault: code, message, httpStatus, reason: refusalReason(code, message) };
}

function readStranger(reply: HttpReply): TellOutcome {
  const httpStatus = reply.status;
  if (!isPassing(httpStatus)) return { outcome: 'failed', httpStatus, reason: strangerReason(reply) };
  const reason = `The endpoint answered HTTP ${httpStatus}: it cannot take the pingback at the moment.`;
  return { outcome: 'later', retryAfter: retryAfterSeconds(reply.headers), fault: undefined, httpStatus, reason };
}

function isSuccess(reading: ReplyReading, status: number): reading is Extract<ReplyReading, { kind: 'success' }> {
  // A good-looking body under an error status is some gateway's; WordPress' own client does not believe it either.
  return reading.kind === 'success' && status >= 200 && status < 300;
}

/**
 * What an endpoint's HTTP reply means for the pingback. A fault counts under any status.
 *
 * @example
 * readPingReply(reply); // { outcome: 'refused', fault: 17, message: 'No link.', httpStatus: 200, reason: 'The endpoint …' }
 */
export function readPingReply(reply: HttpReply): TellOutcome {
  const reading = readReply(reply.body, charsetOf(headerValue(reply.headers, 'content-type')));
  if (reading.kind === 'fault') return readFault(reading.code, reading.text, reply);
  if (!isSuccess(reading, reply.status)) return readStranger(reply);
  const message = readableMessage(reading.text);
  return { outcome: 'delivered', message, httpStatus: reply.status, reason: 'The endpoint accepted the pingback.' };
}

/** What a missing reply means: outages pass, our own guard's refusal and a broken peer do not. */
export function readPingFailure(failure: HttpFailure): TellOutcome {
  const { reason, status: httpStatus } = failure;
  if (isOutage(failure)) return { outcome: 'later', retryAfter: undefined, fault: undefined, httpStatus, reason };
  return { outcome: 'failed', httpStatus, reason };
}
