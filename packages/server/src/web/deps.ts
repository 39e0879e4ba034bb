import type { Receiver } from '@hearback/protocol';
import type { Allowances } from '../allowances.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { FileReader } from '../import/reader-of-files.ts';
import type { Desk } from '../inbound/desk.ts';
import type { ClientLimits } from '../limits/clients.ts';
import type { Tally } from '../limits/tally.ts';
import type { Victims } from '../limits/victims.ts';
import type { Resend } from '../outbound/resend.ts';
import type { Sender } from '../outbound/sender.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import type { StatusIds } from '../status-id.ts';
import type { TestPages } from '../test-page.ts';
import type { ImportLinks } from './import-links.ts';
import type { Notify } from './notify.ts';

export type Receivers = Readonly<Record<'xmlrpc' | 'webmention' | 'trackback' | 'refback' | 'bridge', Receiver>>;

/** The limits, for the door and for the desk. */
export interface WebLimits {
  readonly allowances: Allowances;
  readonly clients: ClientLimits;
  readonly tally: Pick<Tally, 'read'>;
  readonly victims: Pick<Victims, 'waiting'>;
}

/** What the web server is made of; `compose` supplies it. */
export interface WebDeps {
  readonly store: Store;
  readonly directory: SiteDirectory;
  readonly desk: Desk;
  /** By the last segment of the paths that they answer: `/webmention`, `/:site/webmention`; `bridge` answers `/webmention?forward=`. */
  readonly receivers: Receivers;
  readonly statusIds: StatusIds;
  readonly clock: Clock;
  readonly random: Random;
  /** Absolute URL under which the world sees this server. A function, because `--port 0` is known only after listening. */
  readonly publicUrl: () => string;
  /** What is wrong without being in the way, a line each: for whoever watches over the server. */
  readonly notes?: () => readonly string[];
  readonly limits: WebLimits;
  /** What is counted; without it there is no `/metrics`. */
  readonly metrics?: { text(): Promise<string> };
  /** CIDRs of those who may read it without a token. */
  readonly metricsFrom?: readonly string[];
  /** CIDRs of the proxies whose `X-Forwarded-For` and `Forwarded` count. */
  readonly trustProxy: readonly string[];
  /** Names besides that of the public URL under which the desk is reached, with their port if it is not the usual one. */
  readonly publicHosts?: readonly string[];
  /** Announces pages of the configured sites. */
  readonly send: Sender['send'];
  /** Puts deliveries back into the queue. */
  readonly resend: Resend;
  /** What tells the owner; without it nothing can be tried or sent again. */
  readonly notices?: Notify;
  /** Looks at the owner's pages as others do; without it there is none. */
  readonly doctor?: Doctor;
  /** Pages that link to a target, to try whether notifications arrive. */
  readonly testPages?: Pick<TestPages, 'read'>;
  /** The configuration's part of the list of whom not to tell. */
  readonly dontTell?: readonly string[];
  /** Reads files of other places and takes them in; without it nothing can be brought here. */
  readonly files?: Pick<FileReader, 'give' | 'cancel'>;
  /** Days that a mention may wait; 0 or left out for ever. */
  readonly holdDays?: number;
  /** Takes in lists of links; without it the desk has no page for them. */
  readonly importLinks?: ImportLinks;
  /** Starts the queue's loop when a job was added at the desk. */
  readonly onWork?: () => void;
  /** Told of defects: the id that the reader was shown, and what was thrown. Never shown to anybody outside. */
  readonly onDefect: (requestId: string, error: unknown) => void;
}
