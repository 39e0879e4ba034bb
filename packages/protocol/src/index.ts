export type { Entry, Facts, FoundLink, Kind, MatchLevel, PageInput, PageReading } from './document/types.ts';
export { KINDS } from './document/types.ts';
export type { Fault } from './fault.ts';
export { FAULT, faultClass } from './fault.ts';
export type { HeaderLine, Http, HttpFailure, HttpFailureKind, HttpReply, HttpRequest } from './http.ts';
export { headerValue, headerValues } from './http.ts';
export type { Caller, Decision, Inbox, RefusedBecause } from './inbox.ts';
export type { Notification, Protocol } from './notification.ts';
export { PROTOCOLS } from './notification.ts';
