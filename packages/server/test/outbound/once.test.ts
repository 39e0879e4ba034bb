import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { PING_GAP_MS } from '../../src/outbound/pace.ts';
import { publish } from '../../src/outbound/publish.ts';
import { BLOG, blog, openHouse } from './house.ts';

const POST = `${BLOG}post`;
const TARGETS = [0, 1, 2, 3].map((n) => `https://host${n % 2}.example/${n}`);
const HOUR = 3_600_000;

type Action = { readonly links: readonly string[] } | 'send' | 'send twice' | 'run' | 'restart' | 'on' | 'off';

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ links: fc.subarray(TARGETS) }),
  fc.constantFrom<Action>('send', 'send twice', 'run', 'restart', 'on', 'off'),
);

type House = Awaited<ReturnType<typeof openHouse>>;

const handlers = (house: House) => () => ({ deliver: createDeliverHandler(house.deps({ pace: () => PING_GAP_MS })) });

/** Carries one action out; answers the targets that it announced, had sending been on. */
async function act(house: House, state: { links: readonly string[] }, what: Action): Promise<readonly string[]> {
  if (typeof what === 'object') state.links = what.links;
  else if (what === 'run') await house.runUntil(house.time.now + 30_000, handlers(house));
  else if (what === 'restart') await house.restart();
  else if (what === 'on' || what === 'off') await house.store.sites.setSwitches(blog().id, { send: what === 'on' });
  else {
    house.web.on(POST, `<article>${state.links.map((url) => `<a href="${url}">x</a>`).join('')}</article>`);
    const times = what === 'send' ? 1 : 2;
    await Promise.all(Array.from({ length: times }, () => publish(house.deps({ pace: () => PING_GAP_MS }), POST)));
    return state.links;
  }
  return [];
}

describe('whatever the owner does, and in whatever order', () => {
  it('tells no target twice or unasked, and each that is linked when sending is on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 12 }), async (actions) => {
        await using house = await openHouse(blog());
        for (const url of TARGETS)
          house.web.on(url, { headers: { 'x-pingback': new URL('/rpc', url).href }, body: '' });
        const told: string[] = [];
        for (const host of ['host0', 'host1']) {
          house.web.on(`https://${host}.example/rpc`, ({ body }) => {
            told.push([...new TextDecoder().decode(body).matchAll(/<string>(.*?)<\/string>/g)][1]?.[1] ?? '?');
            return '<methodResponse><params><param><value>ok</value></param></params></methodResponse>';
          });
        }
        const announced = new Set<string>();
        const state = { links: TARGETS.slice(0, 2) };
        for (const what of actions) for (const url of await act(house, state, what)) announced.add(url);
        for (const what of ['on', 'send'] as const) await act(house, state, what);
        await house.runUntil(house.time.now + HOUR, handlers(house));
        expect(new Set(told).size).toBe(told.length);
        expect([...announced, ...state.links]).toEqual(expect.arrayContaining(told));
        expect(told).toEqual(expect.arrayContaining([...state.links]));
      }),
      { numRuns: 15 },
    );
  }, 30_000);
});
