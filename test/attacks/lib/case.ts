import type { RawConfig } from '../../../packages/server/dist/config.js';
import type { HostileServer } from '../../support/hostile-server.ts';
import type { Names } from './dns.ts';
import type { Peer } from './peers.ts';
import type { Call, Way } from './requests.ts';
import type { Rig } from './rig.ts';

/** What strangers, and the owner, can have the server do. One of these per case. */
export type Deed =
  /** A notification by each of the case's ways. */
  | { readonly notify: { readonly source: string; readonly target?: string } }
  /** A request that an HTTP client could send; by socket, and as a `Request` where the reply is a refusal. */
  | { readonly call: Call }
  /** Bytes on a socket, as they are. */
  | { readonly bytes: string | Uint8Array }
  /** The owner announces a page of his. */
  | { readonly send: string }
  /** What no single request is: it throws an AssertionError for what does not hold. */
  | { readonly drill: (drill: Drill) => Promise<void> };

export interface Drill {
  readonly rig: Rig;
  readonly way: Way;
  /** The peers of the dial map, by its keys. */
  readonly peers: Readonly<Record<string, HostileServer>>;
  /** Prints a figure beside the row in the report. */
  readonly figure: (text: string) => void;
}

/** What a reply means, whatever the protocol; `REPLY_OF` in `check.ts` spells it out. */
export type Meaning = 'accepted' | 'bad' | 'foreign' | 'gone' | 'self' | 'registered';

export interface Expectation {
  readonly reply?: {
    readonly means?: Meaning;
    readonly status?: number | readonly number[];
    /** Fault code of XML-RPC. */
    readonly fault?: number;
    /** Neither the head nor the body may hold these. */
    readonly lacks?: readonly string[];
    readonly holds?: readonly (string | RegExp)[];
    /** Status, headers (but for the date) and body, ids masked, are those that the control gets. */
    readonly sameAsControl?: true;
    /** Whether the server ends the connection. */
    readonly closes?: true;
  };
  /** `address:port` of every connection, in order. None unless told: an address that is not in the dial map is a finding always. */
  readonly contacted?: readonly string[] | { readonly atMost: number };
  /** Names that DNS was asked for, in order. */
  readonly asked?: readonly string[];
  /** `METHOD url` of every request. */
  readonly requests?: readonly string[] | { readonly atMost: number };
  /** Most bytes that came in over all connections. */
  readonly bytesIn?: number;
  /** Mentions that are there afterwards and were not before; none unless told. */
  readonly rows?: number;
  /** Of the mention that is there, after everything due was done. */
  readonly link?: string | readonly string[];
  /** What the last check of it says in the trace. */
  readonly trace?: RegExp;
  /** Why the notification was turned away, as the owner reads it. */
  readonly refused?: RegExp;
  /** Of the deliveries, when the deed was `send`. */
  readonly deliveries?: readonly { readonly status: string; readonly reason?: RegExp }[];
  /** An honest source of the dial map that is notified afterwards, and has to be verified. */
  readonly thenVerifies?: string;
  /** Status that an honest pingback for the same post gets when all is over; 200 unless told. */
  readonly afterwards?: number;
  /** Milliseconds by the clock on the wall, from the first byte to the end of all that it caused. */
  readonly withinMs?: number;
  /** Milliseconds that the event loop was busy with one thing; 100 unless told. */
  readonly lagMs?: number;
  /** MiB of memory that come on top; not looked at unless told. */
  readonly rssMb?: number;
  /** `errors`: lines of that level are expected, and no finding. */
  readonly log?: { readonly atMost?: number; readonly lacks?: readonly string[]; readonly errors?: true };
}

export interface AttackCase {
  readonly title: string;
  /** Pingback only unless told; each way is a run of its own. */
  readonly ways?: readonly Way[];
  /** In the full form only: it takes seconds. */
  readonly full?: true;
  readonly config?: RawConfig;
  readonly dns?: Names;
  /** By validated public `address:port`. */
  readonly dial?: Readonly<Record<string, Peer>>;
  /** A server of its own; also given to each case that has a configuration, a dial map or a preparation. */
  readonly alone?: true;
  readonly prepare?: (rig: Rig) => Promise<void>;
  /** Its drill waits for the network and does nothing to the process: others may run beside it. */
  readonly waits?: true;
  readonly deed: Deed;
  readonly expect?: Expectation;
}

export interface Row {
  /** Of the catalogue of attacks. */
  readonly id: string;
  readonly priority: 0 | 1 | 2;
  readonly title: string;
  readonly state:
    | { readonly state: 'tested' }
    /** We do something else on purpose; cases prove what we do instead. */
    | { readonly state: 'different'; readonly because: string }
    /** Tests outside these tables prove it: a file from the root, and what is in the name of each that counts. */
    | { readonly state: 'proven'; readonly by: readonly Proof[] }
    /** What it attacks does not exist (yet). */
    | { readonly state: 'not applicable'; readonly because: string };
  readonly cases: readonly AttackCase[];
}

/** `['packages/server/test/web/csrf.test.ts', 'host names']`; an empty text means every test of the file. */
export type Proof = readonly [file: string, name: string];

/** A file of the folder `groups`; several files may share a letter. */
export interface Group {
  readonly letter: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

type Priority = Row['priority'];

export function row(id: string, priority: Priority, title: string, cases: readonly AttackCase[]): Row {
  return { id, priority, title, state: { state: 'tested' }, cases };
}

export function different(
  id: string,
  priority: Priority,
  title: string,
  because: string,
  cases: readonly AttackCase[],
): Row {
  return { id, priority, title, state: { state: 'different', because }, cases };
}

export function notApplicable(id: string, priority: Priority, title: string, because: string): Row {
  return { id, priority, title, state: { state: 'not applicable', because }, cases: [] };
}

export function proven(id: string, priority: Priority, title: string, ...by: readonly Proof[]): Row {
  return { id, priority, title, state: { state: 'proven', by }, cases: [] };
}
