import { setTimeout as pause } from 'node:timers/promises';

/** A notification that was answered with a status URL: from here on it must never be missing. */
export interface Acknowledged {
  /** `undefined` where the protocol names none: TrackBack, and a pingback of what is public already. */
  readonly id: string | undefined;
  readonly source: string;
}

export interface Load {
  /** Resolves with the first acknowledgement, or with `undefined` when the server ended before. */
  readonly first: Promise<Acknowledged | undefined>;
  /** Resolves when the server has ended, or has had enough: everything that it acknowledged. */
  readonly all: Promise<readonly Acknowledged[]>;
  soFar(): { readonly acknowledged: number; readonly turnedAway: number };
}

export interface LoadOptions {
  readonly target: string;
  /** The page that a client announces as its n-th. */
  readonly source: (client: number, page: number) => string;
  /** How many notifications in all; without end unless told. */
  readonly most?: number;
  /** Until then a client whose server cannot take anything, or is gone, tries again with the next page; it ends there. */
  readonly patientUntil?: AbortSignal;
}

const CLIENTS = 8;
const PATIENCE_MS = 100;

interface Call {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** Ways to announce the same link. Each client has its own, and the last ones mix them. */
const PROTOCOLS: readonly ((source: string, target: string) => Call)[] = [
  (source, target) => ({ path: '/xmlrpc', type: 'text/xml', body: pingback(source, target) }),
  (source, target) => ({ path: '/webmention', type: FORM, body: String(new URLSearchParams({ source, target })) }),
  (source, target) => ({
    path: `/trackback?${new URLSearchParams({ target })}`,
    type: FORM,
    body: String(new URLSearchParams({ url: source, title: 'An answer', blog_name: 'Elsewhere' })),
  }),
];

/**
 * Sends notifications from several clients until the server is gone, or until each client has sent its part of `most`.
 * Every fourth one repeats an earlier pair, by another protocol.
 */
export function putLoad(url: string, options: LoadOptions): Load {
  const { target, source, most = Number.POSITIVE_INFINITY, patientUntil } = options;
  const first = Promise.withResolvers<Acknowledged | undefined>();
  const all: Acknowledged[] = [];
  let turnedAway = 0;

  async function client(number: number): Promise<void> {
    for (let count = 0; count < most / CLIENTS && !patientUntil?.aborted; count += 1) {
      const page = source(number, count % 4 === 3 ? count - 2 : count);
      const protocol = PROTOCOLS[(number + count) % PROTOCOLS.length] as (typeof PROTOCOLS)[number];
      if (count % 16 === 15) await visit(url, source(number, count + 1), target);
      const answer = await post(url, protocol(page, target), patientUntil !== undefined);
      if (answer === undefined && !patientUntil) return;
      if (answer === undefined) {
        turnedAway += 1;
        await pause(PATIENCE_MS);
        continue;
      }
      all.push({ ...answer, source: page });
      first.resolve({ ...answer, source: page });
    }
  }

  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return {
    first: first.promise,
    soFar: () => ({ acknowledged: all.length, turnedAway }),
    all: clients.then(() => all).finally(() => first.resolve(undefined)),
  };
}

/** Answers `undefined` when the connection breaks; anything but an acceptance is a defect of this test. */
async function post(
  url: string,
  { path, type, body }: Call,
  mayBeBusy: boolean,
): Promise<Pick<Acknowledged, 'id'> | undefined> {
  let text: string;
  let status: number;
  try {
    const reply = await fetch(`${url}${path}`, { method: 'POST', headers: { 'Content-Type': type }, body });
    text = `${reply.headers.get('location') ?? ''} ${await reply.text()}`;
    status = reply.status;
  } catch {
    return undefined;
  }
  if (mayBeBusy && status === 503) return undefined;
  const id = /\/status\/([\w-]{22})/.exec(text)?.[1];
  if (id === undefined && !/<error>0<\/error>|already been registered/.test(text))
    throw new Error(`${path} was not accepted: ${status} ${text}`);
  return { id };
}

/** The beacon of a page that a reader came to from the source; it is answered by nothing, whatever becomes of it. */
async function visit(url: string, referrer: string, target: string): Promise<void> {
  const body = new URLSearchParams({ target, referrer });
  await fetch(`${url}/refback`, { method: 'POST', body }).catch(() => undefined);
}

function pingback(source: string, target: string): string {
  const param = (value: string) => `<param><value><string>${value}</string></value></param>`;
  const params = `<params>${param(source)}${param(target)}</params>`;
  return `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName>${params}</methodCall>`;
}
