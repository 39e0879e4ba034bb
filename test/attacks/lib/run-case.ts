import type { AttackCase, Deed, Drill, Expectation } from './case.ts';
import { findings, masked, type Observed } from './check.ts';
import { type Measured, measure } from './measure.ts';
import { bytesOf, type Call, notification, TARGET, type Way } from './requests.ts';
import type { Rig } from './rig.ts';
import type { WireReply } from './wire.ts';

export interface Result {
  readonly title: string;
  readonly findings: readonly string[];
  readonly figures: readonly string[];
  readonly measured: Measured;
  readonly ms: number;
}

let controls = 0;

/** An honest notification that nothing stands against: what any reply is compared with, and the sign of life afterwards. */
function control(rig: Rig, way: Way): Promise<WireReply> {
  controls += 1;
  return rig.send(bytesOf(notification(way, `http://control-${controls}.test/`, TARGET)));
}

function callOf(deed: Deed, way: Way): Call | undefined {
  if ('call' in deed) return deed.call;
  return 'notify' in deed ? notification(way, deed.notify.source, deed.notify.target) : undefined;
}

/** The same request as an application hands it on that mounts us. */
async function asRequest(rig: Rig, call: Call): Promise<string> {
  const { method = 'POST', path, headers = {}, body = '' } = call;
  const carries = method !== 'GET' && method !== 'HEAD';
  const init = { method, headers, ...(carries && { body: Buffer.from(body as string) }) };
  const reply = await rig.hearback.fetch(new Request(`http://hear.example${path}`, init), { address: '127.0.0.1' });
  return `${reply.status} ${await reply.text()}`;
}

/** fetch() itself does not let these through. */
const UNSPEAKABLE = new Set(['TRACE', 'CONNECT', 'TRACK']);

async function otherDoor(rig: Rig, call: Call, expected: Expectation, reply: WireReply): Promise<readonly string[]> {
  if (UNSPEAKABLE.has(call.method ?? 'POST') || (expected.rows ?? 0) > 0) return [];
  const other = await asRequest(rig, call);
  const same = masked({ head: '', body: other }) === masked({ head: '', body: `${reply.status} ${reply.body}` });
  return same || call.method === 'HEAD' ? [] : [`as a Request it gets another reply: ${other.slice(0, 200)}`];
}

async function attack(one: AttackCase, drill: Drill): Promise<{ reply?: WireReply; findings: readonly string[] }> {
  const { rig, way } = drill;
  const { deed, expect: expected = {} } = one;
  if ('drill' in deed) {
    await deed.drill(drill);
    return { findings: [] };
  }
  if ('send' in deed) {
    const report = await rig.hearback.send([deed.send], { waitMs: 0 });
    await rig.pass();
    return { findings: await deliveryFindings(rig, report, expected) };
  }
  const call = callOf(deed, way);
  const options = expected.reply?.closes ? { untilClosed: true } : {};
  const reply = await rig.send(call ? bytesOf(call) : 'bytes' in deed ? deed.bytes : '', options);
  return { reply, findings: call ? await otherDoor(rig, call, expected, reply) : [] };
}

type Report = Awaited<ReturnType<Rig['hearback']['send']>>;

async function deliveryFindings(rig: Rig, { deliveries }: Report, expected: Expectation): Promise<readonly string[]> {
  if (!expected.deliveries) return [];
  const now = await Promise.all(deliveries.map(({ id }) => rig.hearback.store.deliveries.byId(id ?? '')));
  const seen = now.map((delivery, index) => ({
    status: delivery?.status ?? deliveries[index]?.status ?? '',
    reason: delivery?.reason ?? deliveries[index]?.reason ?? '',
  }));
  const isAsExpected =
    seen.length === expected.deliveries.length &&
    expected.deliveries.every(({ status, reason = /^/ }, index) => {
      const one = seen[index];
      return one?.status === status && reason.test(one.reason);
    });
  return isAsExpected ? [] : [`deliveries: ${JSON.stringify(seen).slice(0, 400)}`];
}

/** Runs a case on a server that is there, and says what does not hold. Never rejects. */
export async function runCase(one: AttackCase, way: Way, rig: Rig): Promise<Result> {
  const expected = one.expect ?? {};
  const figures: string[] = [];
  const found: string[] = [];
  const onRejection = (reason: unknown) => found.push(`a rejection went unhandled: ${String(reason)}`);
  process.on('unhandledRejection', onRejection);
  rig.dns.names = one.dns ?? {};
  const peers = await rig.dialMap.open(one.dial ?? {});
  await one.prepare?.(rig);
  const before = await rig.rows();
  const compared = expected.reply?.sameAsControl ? await control(rig, way) : undefined;
  if (compared) await rig.settle();
  rig.forget();
  const began = performance.now();
  const stop = measure({ memory: expected.rssMb !== undefined });
  let reply: WireReply | undefined;
  try {
    const done = await attack(one, { rig, way, peers, figure: (text) => void figures.push(text) });
    reply = done.reply;
    found.push(...done.findings);
    await rig.pass();
  } catch (error) {
    found.push(error instanceof Error ? error.message : String(error));
  }
  const measured = stop();
  const tookMs = performance.now() - began;
  const fresh = (await rig.rows()) - before - (compared ? 1 : 0);
  const seen: Observed = { reply, control: compared, fresh, tookMs, measured };
  found.push(...(await findings('drill' in one.deed ? drillsOwn(expected, rig, fresh) : expected, way, rig, seen)));
  if (expected.thenVerifies && !(await isVerified(rig, expected.thenVerifies)))
    found.push(`${expected.thenVerifies} was not verified afterwards`);
  const alive = await control(rig, 'pingback');
  if (alive.status !== (expected.afterwards ?? 200)) found.push(`afterwards an honest pingback got ${alive.status}`);
  await rig.settle();
  process.off('unhandledRejection', onRejection);
  const title = one.ways ? `${one.title} (${way})` : one.title;
  return { title, findings: found, figures, measured, ms: tookMs };
}

async function isVerified(rig: Rig, source: string): Promise<boolean> {
  await rig.send(bytesOf(notification('pingback', source)));
  await rig.pass();
  return (await rig.mentions()).some((mention) => mention.source === source && mention.link === 'live');
}

/** A drill looks for itself; of the ledger and the rows only what it says counts. */
function drillsOwn(expected: Expectation, rig: Rig, fresh: number): Expectation {
  const all = { atMost: rig.of('connect').length };
  return { ...expected, contacted: expected.contacted ?? all, rows: expected.rows ?? fresh };
}
