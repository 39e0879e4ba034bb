/** A pingback that was answered with a status URL: from here on it must never be missing. */
export interface Acknowledged {
  readonly id: string;
  readonly source: string;
}

export interface Load {
  /** Resolves with the first acknowledgement, or with `undefined` when the server ended before. */
  readonly first: Promise<Acknowledged | undefined>;
  /** Resolves when the server has ended, or has had enough: everything that it acknowledged. */
  readonly all: Promise<readonly Acknowledged[]>;
}

const CLIENTS = 8;
const TARGET = 'https://home.example/post';

/**
 * Posts pingbacks from several clients until the server is gone, or until each client has sent its part of `most`. Every
 * fourth one repeats an earlier pair.
 */
export function putLoad(url: string, round: number, most = Number.POSITIVE_INFINITY): Load {
  const first = Promise.withResolvers<Acknowledged | undefined>();
  const all: Acknowledged[] = [];

  async function client(number: number): Promise<void> {
    for (let count = 0; count < most / CLIENTS; count += 1) {
      const page = count % 4 === 3 ? count - 2 : count;
      // Nothing listens on port 9 there: the checks fail like those of a page that is down, each host a group of its own.
      const source = `http://127.1.${round % 250}.${number + 1}:9/${round}/${page}`;
      const acknowledged = await post(url, source);
      if (acknowledged === undefined) return;
      all.push(acknowledged);
      first.resolve(acknowledged);
    }
  }

  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return { first: first.promise, all: clients.then(() => all).finally(() => first.resolve(undefined)) };
}

/** Answers `undefined` when the connection breaks; anything but an acceptance is a defect of this test. */
async function post(url: string, source: string): Promise<Acknowledged | undefined> {
  const body = call(source);
  let text: string;
  try {
    const reply = await fetch(`${url}/xmlrpc`, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body });
    text = await reply.text();
  } catch {
    return undefined;
  }
  const id = /\/status\/([\w-]{22})/.exec(text)?.[1];
  if (id === undefined) throw new Error(`${source} was not accepted: ${text}`);
  return { id, source };
}

function call(source: string): string {
  const param = (value: string) => `<param><value><string>${value}</string></value></param>`;
  const params = `<params>${param(source)}${param(TARGET)}</params>`;
  return `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName>${params}</methodCall>`;
}
