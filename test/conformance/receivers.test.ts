import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from './cases/exchange.ts';
import { INTROSPECTION_CASES } from './cases/introspection.ts';
import * as pingback from './cases/pingback.ts';
import { WEBMENTION_CASES, WEBMENTION_VERIFIED_CASES } from './cases/webmention.ts';
import { XML_RPC_CASES, XML_RPC_HTTP_CASES } from './cases/xml-rpc.ts';
import { type House, linking, openHouse } from './house.ts';

/** PB-S01, XR-10, XR-12: nothing else ever answers a call. */
const REPLY =
  /^<\?xml version="1\.0"\?><methodResponse>(?:<params><param><value>.*<\/value><\/param><\/params>|<fault><value><struct><member><name>faultCode<\/name><value><int>(-?\d+)<\/int><\/value><\/member><member><name>faultString<\/name><value><string>[^<]+<\/string><\/value><\/member><\/struct><\/value><\/fault>)<\/methodResponse>$/s;

/** Pingback §3, and the interoperability codes that an endpoint may use; FC-04: no other below zero. */
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
  ['PB-S04 PB-S21 XR-10 XR-12 FC-04 the envelope', 'queued', XML_RPC_CASES],
  ['HTTP', 'queued', XML_RPC_HTTP_CASES],
  ['introspection', 'queued', INTROSPECTION_CASES],
  ['PB-S01 PB-S21 FC-04 pingback', 'queued', pingback.PINGBACK_CASES],
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

function expectReply(answer: { text: string; headers: Readonly<Record<string, string | undefined>> }, fault?: number) {
  const [, code] = REPLY.exec(answer.text) ?? expect.fail(`not a reply of XML-RPC: ${answer.text}`);
  expect(code === undefined ? undefined : Number(code)).toBe(fault);
  expect(CODES).toContain(Number(code ?? 0));
  expect(answer.headers['content-type']).toBe('text/xml');
  expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.text)));
  expect(answer.headers['transfer-encoding']).toBeUndefined();
}
