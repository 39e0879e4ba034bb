import type { Expectation, Meaning } from './case.ts';
import type { Measured } from './measure.ts';
import type { Way } from './requests.ts';
import type { Rig } from './rig.ts';
import type { WireReply } from './wire.ts';

/** What happened, as far as it can be expected. */
export interface Observed {
  readonly reply: WireReply | undefined;
  readonly control: WireReply | undefined;
  readonly fresh: number;
  readonly tookMs: number;
  readonly measured: Measured;
}

interface Spelling {
  readonly status: number;
  readonly fault?: number;
  readonly body?: RegExp;
}

const ERROR = /<error>1<\/error>/;

/** One meaning in three protocols. */
const REPLY_OF: Readonly<Record<Meaning, Readonly<Record<Way, Spelling>>>> = {
  accepted: {
    pingback: { status: 200, body: /<methodResponse><params>.*\/status\/[\w-]{22}/s },
    webmention: { status: 201 },
    trackback: { status: 200, body: /<response><error>0<\/error><\/response>/ },
  },
  registered: {
    pingback: { status: 200, fault: 48 },
    webmention: { status: 201 },
    trackback: { status: 200, body: /<error>0<\/error>/ },
  },
  bad: meaning(-32602),
  foreign: meaning(33),
  gone: meaning(32),
  self: meaning(0),
};

function meaning(fault: number): Readonly<Record<Way, Spelling>> {
  return {
    pingback: { status: 200, fault },
    webmention: { status: 400 },
    trackback: { status: 200, body: ERROR },
  };
}

export function faultOf({ body }: Pick<WireReply, 'body'>): number | undefined {
  const code = /<name>faultCode<\/name><value><int>(-?\d+)<\/int>/.exec(body)?.[1];
  return code === undefined ? undefined : Number(code);
}

/**
 * Ids and the date differ between any two replies; a webmention's says the source as it was sent, so that its length is
 * the source's.
 */
export function masked({ head, body }: Pick<WireReply, 'head' | 'body'>): string {
  const echo = /"source":"[^"]*"/;
  const lines = head.replace(/^date: .*$/im, 'date: *').replace(echo.test(body) ? /^content-length: .*$/im : /^$/, '*');
  return `${lines}\n\n${body.replace(echo, '"source":"*"')}`.replace(/\/status\/[\w-]{22}/g, '/status/*');
}

function* replyFindings(expected: NonNullable<Expectation['reply']>, way: Way, seen: Observed): Generator<string> {
  const { reply, control } = seen;
  if (reply === undefined) return yield 'there was no reply to look at';
  const spelling = expected.means && REPLY_OF[expected.means][way];
  const statuses = [expected.status ?? spelling?.status ?? []].flat();
  if (statuses.length > 0 && !statuses.includes(reply.status))
    yield `status ${reply.status} instead of ${statuses.join(' or ')}: ${reply.body.slice(0, 160)}`;
  const fault = expected.fault ?? spelling?.fault;
  const isRpc = fault !== undefined || (expected.means !== undefined && way === 'pingback');
  if (isRpc && faultOf(reply) !== fault)
    yield `fault ${faultOf(reply)} instead of ${fault}: ${reply.body.slice(0, 200)}`;
  if (spelling?.body && !spelling.body.test(reply.body)) yield `the body is ${reply.body.slice(0, 200)}`;
  const text = `${reply.head}\n${reply.body}`;
  for (const word of expected.lacks ?? []) if (text.includes(word)) yield `the reply holds "${word}"`;
  for (const word of expected.holds ?? [])
    if (typeof word === 'string' ? !text.includes(word) : !word.test(text)) yield `the reply lacks ${word}`;
  if (expected.sameAsControl && (control === undefined || masked(control) !== masked(reply)))
    yield `the reply is not the control's: ${masked(reply)} / ${control && masked(control)}`;
  if (expected.closes && !reply.closed) yield 'the connection was left open';
}

/** A list to be met exactly, or a most. */
function* listFindings(
  what: string,
  seen: readonly string[],
  expected: readonly string[] | { readonly atMost: number },
): Generator<string> {
  if ('atMost' in expected) {
    if (seen.length > expected.atMost) yield `${seen.length} ${what} instead of at most ${expected.atMost}`;
  } else if (seen.length !== expected.length || seen.some((one, index) => one !== expected[index]))
    yield `${what}: ${JSON.stringify(seen.slice(0, 8))} instead of ${JSON.stringify(expected)}`;
}

function* ledgerFindings(expected: Expectation, rig: Rig): Generator<string> {
  for (const stray of rig.dialMap.strays) yield `${stray} was contacted`;
  const connects = rig.of('connect').map(({ address, port }) => `${address}:${port}`);
  yield* listFindings('connections', connects, expected.contacted ?? []);
  if (expected.asked)
    yield* listFindings(
      'names asked for',
      rig.of('dns').map(({ name }) => name),
      expected.asked,
    );
  if (expected.requests)
    yield* listFindings(
      'requests',
      rig.of('request').map(({ method, url }) => `${method} ${url}`),
      expected.requests,
    );
  const bytes = rig.of('close').reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  if (expected.bytesIn !== undefined && bytes > expected.bytesIn)
    yield `${bytes} bytes came in instead of at most ${expected.bytesIn}`;
}

async function* storeFindings(expected: Expectation, rig: Rig): AsyncGenerator<string> {
  if (expected.refused) {
    const [refusal] = await rig.hearback.store.refusals.list({ limit: 1 });
    if (!expected.refused.test(refusal?.reason ?? ''))
      yield `the refusal says "${refusal?.reason}" instead of ${expected.refused}`;
  }
  const [mention] = await rig.mentions();
  if (expected.link !== undefined && ![expected.link].flat().includes(mention?.link ?? 'none'))
    yield `the link is ${mention?.link ?? 'not there'} instead of ${expected.link}`;
  if (expected.trace) {
    const steps = mention ? await rig.hearback.store.mentions.trace(mention.id) : [];
    const last = steps.filter(({ step }) => step === 'verified').at(-1)?.reason ?? '';
    if (!expected.trace.test(last)) yield `the trace says "${last}" instead of ${expected.trace}`;
  }
}

/** Nothing may keep the event loop busy for longer at a time, unless a case says so. */
export const MOST_LAG_MS = 100;

function* costFindings(expected: Expectation, { tookMs, measured }: Observed): Generator<string> {
  const { lagMs: mostLag = MOST_LAG_MS, rssMb, withinMs } = expected;
  if (measured.lagMs > mostLag) yield `the event loop was busy for ${Math.round(measured.lagMs)} ms at a time`;
  if (rssMb !== undefined && (measured.rssMb ?? 0) > rssMb)
    yield `${Math.round(measured.rssMb ?? 0)} MiB of memory on top`;
  if (withinMs !== undefined && tookMs > withinMs) yield `it took ${Math.round(tookMs)} ms instead of ${withinMs}`;
}

function* logFindings({ log }: Expectation, lines: readonly string[]): Generator<string> {
  for (const line of log?.errors ? [] : lines)
    if (/"level":(?:50|60)/.test(line)) yield `an error was logged: ${line.slice(0, 300)}`;
  if (log?.atMost !== undefined && lines.length > log.atMost) yield `${lines.length} lines were logged`;
  for (const word of log?.lacks ?? [])
    for (const line of lines) if (line.includes(word)) yield `the log holds "${word}": ${line.slice(0, 200)}`;
}

/** Everything that is not as expected, in sentences; empty when all holds. */
export async function findings(expected: Expectation, way: Way, rig: Rig, seen: Observed): Promise<readonly string[]> {
  const found: string[] = [];
  if (expected.reply) found.push(...replyFindings(expected.reply, way, seen));
  found.push(...ledgerFindings(expected, rig));
  if (seen.fresh !== (expected.rows ?? 0)) found.push(`${seen.fresh} new rows instead of ${expected.rows ?? 0}`);
  for await (const finding of storeFindings(expected, rig)) found.push(finding);
  found.push(...costFindings(expected, seen));
  found.push(...logFindings(expected, rig.log));
  return found;
}
