import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Inbox } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { createLookForLinks } from '../import/look-for-links.ts';
import { createAskOrigin } from '../inbound/ask-origin.ts';
import { createAvatarHandler } from '../inbound/avatar.ts';
import { createFeedTexts } from '../inbound/own-texts.ts';
import { readOriginSubject } from '../inbound/referrals.ts';
import { createSuppression } from '../inbound/suppression.ts';
import { createVerify, type VerifyDeps } from '../inbound/verify.ts';
import type { JobKind } from '../job.ts';
import { type Loop, startLoop, type Timer } from '../jobs/loop.ts';
import { createStep, type JobHandler } from '../jobs/step.ts';
import { readLinkingSubject } from '../linking-subject.ts';
import type { Log } from '../log.ts';
import { createBuildHandler } from '../outbound/build-hook.ts';
import { createDeliverHandler } from '../outbound/deliver.ts';
import { createForwardHandler } from '../outbound/forward.ts';
import { createCallbackHandler, enqueueHooks } from '../outbound/outcome-hooks.ts';
import { createResend, type Resend } from '../outbound/resend.ts';
import { createSender, type Sender } from '../outbound/sender.ts';
import { createWatchHandler } from '../outbound/watch.ts';
import { createSubscriber } from '../outbound/watching/subscribe.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import { createMapHandler } from '../pages/map.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, PageReader, Random, Store } from '../ports/index.ts';
import { createPictureMaker } from '../worker/pictures.ts';
import { folderHere } from './folder.ts';
import { importing } from './importing.ts';
import type { OpenJudging } from './judging.ts';
import type { OpenLimits } from './limits.ts';
import { paceOf, victimIn } from './manners.ts';
import type { Measures } from './measures.ts';
import type { OpenNetwork } from './network.ts';
import { type OpenNotices, openNotices } from './notices.ts';

export interface WorkDeps {
  readonly config: Pick<Config, 'limits' | 'allowances' | 'watchEvery' | 'since' | 'publicUrl' | 'dontTell' | 'smtp'>;
  readonly store: Store;
  readonly directory: SiteDirectory;
  readonly resolve: Resolve;
  readonly network: OpenNetwork;
  /** Closed when the work stops. */
  readonly reader: PageReader;
  readonly clock: Clock;
  readonly random: Random;
  readonly timer: Timer;
  readonly log: Log;
  readonly publicUrl: () => string;
  readonly onLooked?: VerifyDeps['onLooked'];
  /** Who judges what is verified; not needed where nothing is. */
  readonly judging?: OpenJudging;
  /** What strangers cause goes through here; not needed where nothing is verified. */
  readonly limits?: Pick<OpenLimits, 'firstLooks' | 'laterLooks' | 'patient' | 'pictures'>;
  /** Hears of each look at a listing whether it could be read. */
  readonly onLook?: ((ok: boolean) => void) | undefined;
  /** How many jobs of a kind run at once; the usual numbers unless told. */
  readonly room?: Partial<Readonly<Record<JobKind, number>>> | undefined;
  /** Says what went wrong; in the log unless told. */
  readonly report?: (sentence: string, error: unknown, fields?: Readonly<Record<string, unknown>>) => void;
  /** Counts and times what is done. */
  readonly measures?: Pick<Measures, 'handlers' | 'looked' | 'delivered'>;
  /** Takes what is found at referring origins; not needed where nothing is verified. */
  readonly inbox?: Inbox;
}

/** Everything that happens after the reply, and everything that is told. */
export interface Work extends Sender {
  readonly notices: OpenNotices;
  readonly resend: Resend;
  wake(): void;
  /** Begins with the jobs of the store; `kinds` limits it to some. */
  start(kinds?: readonly JobKind[]): void;
  /** Lets what was begun end within `drainMs`, and gives the rest back to the queue. */
  stop(drainMs?: number): Promise<void>;
}

export function openWork(deps: WorkDeps): Work {
  const { config, store, directory, resolve, network, reader, clock, random, log, publicUrl, inbox, limits } = deps;
  const { http } = network;
  let loop: Loop | undefined;
  const wake = () => loop?.wake();
  const report = (sentence: string) => log.info(sentence);

  const publishing = { store, directory, http, reader, clock, random, wake, pace: paceOf(config) };
  const verify = createVerify({
    store,
    http: limits?.firstLooks ?? http,
    httpAgain: limits?.laterLooks,
    pageGapMs: config.allowances.pageGap * 1000,
    reader,
    clock,
    random,
    resolve,
    judging: deps.judging?.judging,
    suppression: createSuppression({ store, clock, random }),
    onLooked(mention, result) {
      deps.measures?.looked(result);
      deps.onLooked?.(mention, result);
    },
  });
  // Without an address of our own no hub could reach us.
  const subscriber =
    config.publicUrl === undefined
      ? undefined
      : createSubscriber({ store, http, clock, random, report, callbackUrl: (id) => `${publicUrl()}/websub/${id}` });
  const askOrigin =
    inbox &&
    createAskOrigin({
      store,
      http: limits?.patient ?? http,
      reader,
      inbox,
      resolve,
      clock,
      report,
      victimOf: victimIn(config, network),
    });
  const lookForLinks = createLookForLinks({
    ...importing({ store, config, network, clock, random }),
    ...{ store, reader, resolve, sites: directory.sites, onWork: wake },
    http: limits?.laterLooks ?? http,
  });
  const { dontTell } = config;
  const isOwnEndpoint = (url: URL) => url.href.startsWith(`${publicUrl()}/`);
  const telling = { ...publishing, dontTell, isOwnEndpoint };
  const callback = createCallbackHandler({ store, http, clock, random, isOwnEndpoint });
  const notices = openNotices({ config, store, http, clock, random, log, publicUrl });
  const hooks = new Map<string, JobHandler>([
    ['callback', callback],
    ['build', createBuildHandler({ store, http, clock, random, report })],
    ['forward', createForwardHandler({ store, http, clock, random })],
  ]);
  const handlers: Record<JobKind, JobHandler> = {
    verify(job) {
      if (readLinkingSubject(job.subject) !== undefined) return lookForLinks(job);
      return readOriginSubject(job.subject) && askOrigin ? askOrigin(job) : verify(job);
    },
    deliver: createDeliverHandler({
      ...telling,
      onFinal(tables, delivery) {
        deps.measures?.delivered(delivery.status);
        return enqueueHooks(clock, tables, delivery);
      },
    }),
    hook: (job) => (hooks.get(job.subject.slice(0, job.subject.indexOf(' '))) ?? notices.hook)(job),
    notice: notices.notice,
    map: createMapHandler({
      store,
      http,
      reader,
      folder: folderHere,
      clock,
      report,
      onText: createFeedTexts(store.texts, reader, clock),
    }),
    watch: createWatchHandler({
      ...publishing,
      folder: folderHere,
      watchEvery: config.watchEvery,
      since: config.since,
      report,
      subscriber,
      onLook: deps.onLook,
    }),
    avatar: createAvatarHandler({
      ...{ store, clock, random, nameOf },
      http: limits?.pictures ?? http,
      pictures: createPictureMaker(),
      isOn: (site) => directory.byId(site)?.avatars ?? true,
    }),
    chore: deps.judging?.chores ?? (async () => ({ outcome: 'done' })),
  };
  const sender = createSender({ ...telling, pause: (ms) => pause(ms) });

  function start(kinds?: readonly JobKind[]): void {
    const room =
      kinds &&
      Object.fromEntries(
        Object.keys(handlers)
          .filter((kind) => !kinds.includes(kind as JobKind))
          .map((kind) => [kind, 0]),
      );
    const say = deps.report ?? ((sentence, _, fields) => log.error(sentence, fields));
    const onFailure = (job: { kind: JobKind; subject: string }, reason: string, error: unknown) =>
      say(`A ${job.kind} job failed: ${reason}`, error, { subject: job.subject });
    const step = createStep({
      jobs: store.jobs,
      clock,
      elapsed: () => performance.now(),
      pause: (ms) => pause(ms),
      random,
      handlers: deps.measures?.handlers(handlers) ?? handlers,
      onEnd: wake,
      onFailure,
      room: { ...deps.room, ...room },
    });
    loop = startLoop({
      step,
      clock,
      timer: deps.timer,
      onFailure: (error) => say(`The queue could not be read: ${String(error)}`, error),
    });
  }

  return {
    send: sender.send,
    notices,
    resend: createResend(publishing),
    wake,
    start,
    async stop(drainMs) {
      await loop?.stop(drainMs);
      await reader.close();
    },
  };
}

/** The same bytes have one name, and nobody can make others that have it too. */
async function nameOf(bytes: Uint8Array): Promise<string> {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}
