import { fileURLToPath } from 'node:url';
import { insist } from './report.ts';
import { until } from './until.ts';
import type { Finished, Workshop } from './workshop.ts';

/** What the tests read of a row of `list --json`. */
export interface ListedMention {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly protocol: string;
  readonly link: string;
  readonly moderation: string;
}

/** What the tests read of a row of `send --json`. */
export interface SentLink {
  readonly id: string;
  readonly target: string;
  readonly protocol: string | null;
  readonly status: string;
  readonly fault: number | null;
  readonly reason: string;
}

/** What the tests read of `import --json`, and the export file. */
export interface Moved {
  readonly taken: { readonly approved: number; readonly pending: number };
  readonly skipped: Readonly<Partial<Record<string, number>>>;
  readonly out: string;
}

/** The built command as an owner runs it: a server on loopback, and commands beside it on the same store. */
export interface Hearback {
  /** Without a final slash. */
  readonly url: string;
  readonly setUpLink: string;
  mentions(): Promise<readonly ListedMention[]>;
  /**
   * The mention of this source, and of this target where it has several, once `ready` holds for it; rejects when that takes
   * longer than half a minute.
   */
  mentionFrom(source: string, ready: (mention: ListedMention) => boolean, target?: string): Promise<ListedMention>;
  /** Announces a page and waits until each outcome is final. `fresh`: with a store that has never sent anything. */
  send(page: string, store?: 'fresh'): Promise<readonly SentLink[]>;
  /** Takes a file into a new store for this site, and writes all of it to another; answers the counts and where that is. */
  move(file: string, site: string): Promise<Moved>;
}

const COMMAND = fileURLToPath(new URL('../../../packages/server/bin/hearback.js', import.meta.url));
/** All come from one address here, and all sources are on one; the pace of what is sent stays. */
const LIFTED = 'clientPerMinute=off,clientBurst=off,clientPerDay=off,victimGap=0,victimPerHour=off,victimPerDay=off';
const NETWORK = ['--allow-network', '127.0.0.0/8', '--limits', `${LIFTED},pageGap=0`];
/** The pace towards one host (20 s) and one retry of a busy one (30 s and a quarter) fit in. */
const SEND_SECONDS = '90';

export async function startHearback(workshop: Workshop, site: string): Promise<Hearback> {
  const store = ['--data', workshop.folder('hearback')];
  let stores = 0;
  const begin = (...args: readonly string[]) => workshop.start(process.execPath, [COMMAND, ...args]);
  const server = begin('serve', '--site', site, ...NETWORK, ...store, '--port', '0');
  const ended = server.finished.then(({ code, err }) => {
    throw new Error(`hearback serve ended with exit code ${code}: ${err.slice(-500)}`);
  });
  const line = (pattern: RegExp) => async () => server.printed().out.match(pattern)?.[1];
  const url = await Promise.race([ended, until('"hearback listening on"', 60, line(/^hearback listening on (\S+)/m))]);
  const setUpLink = await until('the set-up link', 5, line(/^(?!hearback listening).*?(https?:\/\/\S+)/m));

  async function mentions(): Promise<readonly ListedMention[]> {
    return parsed(await begin('list', ...store, '--json').finished);
  }

  return {
    url: url.replace(/\/$/, ''),
    setUpLink,
    mentions,
    async mentionFrom(source, ready, target) {
      let last: ListedMention | undefined;
      const find = async () => {
        const all = (await mentions()).filter((mention) => mention.source === source);
        last = all.find((mention) => target === undefined || mention.target === target);
        return last && ready(last) ? last : undefined;
      };
      return until(`the mention from ${source}`, 30, find).catch((error: Error) => {
        throw new Error(
          `${error.message}; ${last ? `it is ${last.moderation}, link ${last.link}` : 'it is not listed'}`,
        );
      });
    },
    async send(page, which) {
      const used = which ? ['--data', workshop.folder(`hearback-${++stores}`)] : store;
      const args = ['send', page, '--site', site, ...NETWORK, ...used, '--wait', SEND_SECONDS, '--json'];
      return parsed(await begin(...args).finished);
    },
    async move(file, moving) {
      const folder = workshop.folder(`hearback-${++stores}`);
      const [used, out] = [['--data', folder], `${folder}/out.xml`];
      const args = ['import', file, '--site', moving, ...NETWORK, ...used, '--json'];
      const counts = parsed<Omit<Moved, 'out'>>(await begin(...args).finished);
      parsed(await begin('export', out, '--format', 'wxr', ...used, '--json').finished);
      return { ...counts, out };
    },
  };
}

function parsed<T>({ code, out, err }: Finished): T {
  insist(code === 0, `hearback ended with exit code ${code}: ${err.trim().slice(-500)}`);
  return JSON.parse(out) as T;
}
