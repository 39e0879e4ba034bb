import {
  createReceiver,
  createRefbackReceiver,
  createTrackbackReceiver,
  createWebmentionReceiver,
} from '@hearback/protocol';
import type { Config } from '../config.ts';
import type { HearbackError } from '../errors.ts';
import { createBridge } from '../inbound/bridge.ts';
import { createDesk, type Desk } from '../inbound/desk.ts';
import type { Referrals } from '../inbound/referrals.ts';
import { createVerifiedReply } from '../inbound/verified-reply.ts';
import type { Log } from '../log.ts';
import type { SendOptions, SendReport } from '../outbound/sender.ts';
import { createSiteDirectory, type SiteDirectory } from '../pages/directory.ts';
import { type ResolveTarget, resolveBy } from '../pages/resolve.ts';
import type { Store } from '../ports/index.ts';
import { settingsOf } from '../site-settings.ts';
import { createWeb, type Web } from '../web/index.ts';
import { type Listening, listen } from '../web/listen.ts';
import { createPageReader } from '../worker/reader.ts';
import { openBackups } from './backups.ts';
import { configureSites } from './configure-sites.ts';
import { openDoctor } from './doctor.ts';
import { openFileReader } from './file-reader.ts';
import { type FirstOwner, openFirstOwner } from './first-owner.ts';
import { importing } from './importing.ts';
import { openInbox } from './inbox.ts';
import { isAt, ownHosts } from './is-at.ts';
import { openJudging, prepareChores } from './judging.ts';
import { openLimits } from './limits.ts';
import { createLinkImport } from './link-import.ts';
import { openLogAlarm } from './log-alarm.ts';
import { openMeasures } from './measures.ts';
import { openNetwork } from './network.ts';
import { configureWebhook } from './notices.ts';
import { hasOthers } from './others.ts';
import { createOutage } from './outage.ts';
import { mapFirst, prepareSites } from './prepare-sites.ts';
import { createServersPages } from './servers-page.ts';
import { openStatusIds } from './status-ids.ts';
import { openStore } from './store.ts';
import { warnings } from './warnings.ts';
import { openWork, type WorkDeps } from './work.ts';
import { realWorld, type World } from './world.ts';

/** A whole Hearback in this process. */
export interface Hearback extends FirstOwner {
  readonly store: Store;
  readonly directory: SiteDirectory;
  readonly desk: Desk;
  readonly referrals: Referrals;
  /** Any request to it, whatever server it came in by. `address` is the peer's. */
  fetch(request: Request, info?: { readonly address?: string | undefined }): Promise<Response>;
  /** A request to somebody else's server, which goes on with what is not ours. */
  mounted: Web['mounted'];
  /** Begins to verify, deliver and watch. `listen` does it too. */
  start(): Promise<void>;
  /** Answers on the configured host and port. Rejects with a `port` error when they cannot be had. */
  listen(): Promise<{ readonly url: string }>;
  /** Announces pages of the configured sites. */
  send(urls: readonly string[], options: SendOptions): Promise<SendReport>;
  /** Lets running requests and jobs finish, for eight seconds at most, and closes the store. Twice is fine. */
  stop(): Promise<void>;
  /** Resolves, with a line for a person, when the disk failed: nothing can be confirmed any more, and the process should end. */
  readonly broken: Promise<HearbackError>;
}

/** Supervisors kill ten seconds after they asked: two are left for what comes after the waiting. */
const DRAIN_MS = 8_000;
/** What is still under way after that is given back to the queue. */
const GIVING_BACK_MS = 500;
/** How often another process' changes to the sites are looked for. */
const REFRESH_MS = 1000;

export interface ComposeOptions {
  readonly log: Log;
  readonly resolveTarget?: ResolveTarget | undefined;
  /** The real one unless a drill hands in another. */
  readonly world?: World;
  readonly room?: WorkDeps['room'];
}

export async function compose(config: Config, options: ComposeOptions): Promise<Hearback> {
  const { log, resolveTarget, world = realWorld(), room } = options;
  const { clock, random, timer, elapsed } = world;
  const { promise: broken, resolve: onBroken } = Promise.withResolvers<HearbackError>();
  const measures = openMeasures(clock, elapsed);
  const store = measures.store(await openStore(config, { clock, onBroken, onMissingLog: log.warn }));
  await configureSites(store, config);
  await configureWebhook(config, store, clock);
  const outage = createOutage(store.check, { log, clock });
  const directory = createSiteDirectory(store.sites, clock);
  await directory.refresh();

  const statusIds = await openStatusIds(store, random);
  const resolve = resolveBy(directory, resolveTarget);

  let listening: Listening | undefined;
  const publicUrl = () => config.publicUrl ?? listening?.url ?? `http://${config.host}:${config.port}`;
  const isOwnHost = ownHosts(directory);
  const network = openNetwork(config, isOwnHost, world, createServersPages(publicUrl));
  const limits = openLimits({ config, store, network, clock, timer, elapsed, onLimited: measures.limited });
  const reader = createPageReader();
  const isOurHost = (name: string, port: number) => isOwnHost(name, port) || isAt(publicUrl(), name, port);
  const checkup = await openDoctor({ config, world, store, directory, reader, publicUrl, isOurHost });
  const verified =
    config.reply === 'verified'
      ? createVerifiedReply(store.mentions, timer, { isShared: hasOthers(config) })
      : undefined;
  const onLooked = verified?.looked;
  const judging = openJudging({
    config,
    store,
    network,
    reader,
    resolve,
    resolver: world.resolver,
    clock,
    random,
    timer,
    siteUrl: (id) => directory.byId(id)?.url,
    sites: directory.sites,
    modeOf: (id) => settingsOf(directory.byId(id) ?? {}).moderation,
    report: (sentence) => log.info(sentence),
  });
  const opened = openInbox({
    config,
    directory,
    network,
    reader,
    store,
    clock,
    random,
    resolve,
    limits,
    statusUrl: (id) => `${publicUrl()}/status/${statusIds.seal(id)}`,
    onWork: () => work.wake(),
    verified,
    gate: judging.gate,
    testPages: checkup.testPages,
  });
  const inbox = measures.inbox(opened.inbox);
  const referrals = measures.referrals(opened.referrals);
  const bridge = createBridge({
    ...{ inbox, resolve, store, clock, random },
    idOf: (url) => statusIds.open(url.slice(url.lastIndexOf('/') + 1)),
    isOwnEndpoint: (url) => url.href.startsWith(`${publicUrl()}/`),
  });
  const workDeps: WorkDeps = {
    config,
    store,
    directory,
    resolve,
    network,
    reader,
    clock,
    random,
    timer,
    log,
    publicUrl,
    onLooked,
    inbox,
    judging,
    limits,
    ...{ report: outage.report, room, measures },
  };
  const work = openWork(workDeps);
  const desk = createDesk({ store, clock, random, teaches: config.akismet !== undefined });
  const onDefect = (requestId: string, error: unknown) =>
    outage.report('A request failed by a defect of ours.', error, { requestId, error });
  const onError = (error: unknown) => {
    const requestId = random.id();
    onDefect(requestId, error);
    return requestId;
  };
  const files = openFileReader({
    ...{ store, config, network, clock, random, resolve, onWork: () => work.wake() },
    onError: (error) => outage.report('A file that was given could not be read on.', error),
  });
  const backups = openBackups(config, { clock, log });
  const logAlarm = openLogAlarm(config, { log });
  const notes = () => [logAlarm.note(), backups?.note()].filter((note) => note !== undefined);
  const web =
    config.role === 'worker'
      ? (await import('../web/worker-web.ts')).createWorkerWeb({
          ...{ store, clock, notes, publicUrl },
          trustProxy: config.trustProxy,
          metrics: measures.metrics,
          metricsFrom: config.metricsFrom,
        })
      : createWeb({
          store,
          directory,
          desk,
          statusIds,
          receivers: {
            xmlrpc: createReceiver(inbox, { onError }),
            bridge: createReceiver(bridge, { onError }),
            webmention: createWebmentionReceiver(inbox, { onError }),
            trackback: createTrackbackReceiver(inbox, { onError }),
            refback: createRefbackReceiver(referrals, { onError }),
          },
          clock,
          random,
          publicUrl,
          notes,
          trustProxy: config.trustProxy,
          publicHosts: config.publicHost,
          send: work.send,
          resend: work.resend,
          notices: work.notices,
          files,
          ...checkup,
          dontTell: config.dontTell,
          importLinks: createLinkImport({ ...importing({ store, config, network, clock, random }), resolve }),
          holdDays: config.holdDays,
          onWork: () => work.wake(),
          limits,
          metrics: measures.metrics,
          metricsFrom: config.metricsFrom,
          onDefect,
        });

  let ticking: NodeJS.Timeout | undefined;
  let deafen: (() => void) | undefined;
  let stopped: Promise<void> | undefined;

  /** While it is answered already: of ten thousand sites the jobs alone take a second. */
  async function prepare(): Promise<void> {
    if (config.role === 'web') return;
    await prepareSites(workDeps);
    await prepareChores(config, store, { clock, random });
  }

  function start(): void {
    if (ticking) return;
    for (const line of warnings(config, directory)) log.warn(line);
    ticking = setInterval(() => {
      void outage.look();
      directory.refresh().catch((error) => outage.report(`The sites could not be read again: ${String(error)}`, error));
    }, REFRESH_MS);
    logAlarm.start();
    files.start();
    if (config.role === 'web') return;
    work.start();
    // Alone it hears of its own work by itself.
    if (hasOthers(config)) deafen = store.wakeups.hear(work.wake);
    backups?.start();
    void work.notices.checkMail().then((problem) => problem && log.warn(problem));
  }

  async function stop(): Promise<void> {
    clearInterval(ticking);
    deafen?.();
    logAlarm.stop();
    measures.stop();
    // Whatever still waits then waits for a store that does not answer, which gives up when it is closed.
    const late = setTimeout(() => void store.close(), DRAIN_MS + GIVING_BACK_MS);
    // Together: a sender may be waiting for the outcome of a job.
    await Promise.all([listening?.close(DRAIN_MS), work.stop(DRAIN_MS), files.stop()]);
    await Promise.all([network.http.close(), checkup.close(), backups?.stop()]);
    clearTimeout(late);
    await store.close();
  }

  return {
    store,
    broken,
    directory,
    desk,
    referrals,
    fetch: web.fetch,
    mounted: web.mounted,
    async start() {
      await mapFirst(workDeps);
      start();
      await prepare();
    },
    send: work.send,
    async listen() {
      await mapFirst(workDeps);
      listening = await listen(web, { ...config, onRefused: limits.tally.count });
      start();
      await prepare();
      return { url: listening.url };
    },
    ...openFirstOwner({ store, clock, random, publicUrl }),
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
