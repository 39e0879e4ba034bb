import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from './cases/exchange.ts';
import { INTROSPECTION_CASES } from './cases/introspection.ts';
import * as pingback from './cases/pingback.ts';
import { WEBMENTION_CASES, WEBMENTION_VERIFIED_CASES } from './cases/webmention.ts';
import { XML_RPC_CASES, XML_RPC_HTTP_CASES } from './cases/xml-rpc.ts';
import type { Answer } from './doors.ts';
import { type House, linking, openHouse } from './house.ts';

/** Nothing else ever answers a call. */
const REPLY =
  /^<\?xml version="1\.0"\?><methodResponse>(?:<params><param><value>.*<\/value><\/param><\/params>|<fault><value><struct><member><name>faultCode<\/name><value><int>(-?\d+)<\/int><\/value><\/member><member><name>faultString<\/name><value><string>[^<]+<\/string><\/value><\/member><\/struct><\/value><\/fault>)<\/methodResponse>$/s;

/** Pingback §3, and the interoperability codes that an endpoint may use. */
const CODES = [0, 16, 17, 32, 33, 48, 49, 50, -32700, -32701, -32702, -32600, -32601, -32602, -32603];

async function furnish(house: House): Promise<void> {
  const { web, store, settle } = house;
  await house.publish(pingback.PUBLISHED);
  await house.publish(pingback.PUBLISHED_AND_DOWN);
  await store.mentions.accept({ ...BLOCKED_MENTION, receivedAt: house.time.now, verifyAfter: house.time.now });
  web.pages.set(pingback.PUBLISHED_AND_BLOCKED, { body: linking() });
  await settle();
  await store.mentions.moderate(BLOCKED_MENTION.id, 'approved', [], APPROVED);
  web.pages.set(pingback.PUBLISHED_AND_DOWN, 'connect');
  web.pages.set(pingback.LINKING, { body: linking() });
  web.pages.set(pingback.SILENT, { body: '<title>No link</title>' });
  web.pages.set(pingback.IMAGE, { headers: [['content-type', 'image/png']], body: linking() });
  web.pages.set(pingback.DOWN, 'connect');
  web.asked.length = 0;
}

/** Announced and approved before the owner's guard knew the address. */
const BLOCKED_MENTION = {
  id: 'blocked-mention-000000',
  site: 'alice.example',
  source: pingback.PUBLISHED_AND_BLOCKED,
  target: 'https://alice.example/post',
  sourceKey: pingback.PUBLISHED_AND_BLOCKED,
  targetKey: 'alice.example/post',
  protocol: 'pingback',
  group: 'blocked',
} as const;
const APPROVED = { at: 0, step: 'moderated', outcome: 'approved', reason: 'The owner approved it.' } as const;

const GROUPS: readonly (readonly [string, 'queued' | 'verified', readonly Exchange[]])[] = [
  ['the envelope', 'queued', XML_RPC_CASES],
  ['HTTP', 'queued', XML_RPC_HTTP_CASES],
  ['introspection', 'queued', INTROSPECTION_CASES],
  ['pingback', 'queued', pingback.PINGBACK_CASES],
  ['pingback, verified', 'verified', pingback.VERIFIED_CASES],
  ['order', 'verified', pingback.ORDER_CASES],
  ['webmention', 'queued', WEBMENTION_CASES],
  ['webmention, verified', 'verified', WEBMENTION_VERIFIED_CASES],
];

describe.each(['request', 'socket'] as const)('by %s', (door) => {
  describe.each(GROUPS)('%s', (_, reply, cases) => {
    let house: House;
    beforeAll(async () => {
      house = await openHouse(reply);
      await furnish(house);
    });
    afterAll(() => house[Symbol.asyncDispose]());

    it.each(cases.map((exchange) => [exchange.name, exchange] as const))('%s', async (_, exchange) => {
      const { call, status, fault, heard, also } = exchange;
      house.heard.length = 0;
      const answer = await house.doors[door](call);
      expect(answer.status).toBe(status);
      expect(house.heard).toMatchObject(heard ? [heard] : []);
      if (status === 200 && call.path.endsWith('/xmlrpc')) expectReply(answer, fault);
      also?.(answer);
    });
  });
});

function expectReply({ text }: Answer, fault?: number): void {
  expect(text).toMatch(REPLY);
  expect(codeOf({ text })).toBe(fault);
}

function codeOf({ text }: Pick<Answer, 'text'>): number | undefined {
  const code = REPLY.exec(text)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** Calls of every kind that XML-RPC has to answer, and not HTTP. */
const CALLS = [...XML_RPC_CASES, ...XML_RPC_HTTP_CASES, ...INTROSPECTION_CASES, ...pingback.PINGBACK_CASES]
  .filter(({ status }) => status === 200)
  .map(({ call }) => call);

describe.each(['request', 'socket'] as const)('every answer to a call, by %s', (door) => {
  const answers: Answer[] = [];
  beforeAll(async () => {
    await using house = await openHouse();
    await furnish(house);
    for (const call of CALLS) answers.push(await house.doors[door](call));
  });

  it('PB-S21 XR-10 is text/xml under HTTP 200, with its length, in one piece and as it is', () => {
    expect(answers.length).toBeGreaterThan(70);
    for (const { status, headers, text } of answers) {
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/xml');
      expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
      expect([headers['transfer-encoding'], headers['content-encoding']]).toEqual([undefined, undefined]);
    }
  });

  it('PB-S01 XR-10 XR-12 is one value, or one fault of a code and a text', () => {
    for (const { text } of answers) expect(text).toMatch(REPLY);
    expect(answers.some((answer) => codeOf(answer) === undefined)).toBe(true);
    expect(answers.some((answer) => codeOf(answer) !== undefined)).toBe(true);
  });

  it('PB-S04 FC-04 has a code of one of the two lists, and of both some are in use', () => {
    const codes = answers.map(codeOf).filter((code) => code !== undefined);
    for (const code of codes) expect(CODES).toContain(code);
    expect(codes).toEqual(expect.arrayContaining([0, 33, -32700, -32601]));
  });
});
