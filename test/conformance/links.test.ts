import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINK_CASES } from './cases/links.ts';
import { type House, openHouse } from './house.ts';

describe.each(['pingback', 'webmention'] as const)('what is a link, by %s', (protocol) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse('verified');
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const cases = LINK_CASES.filter(({ protocols }) => protocols.includes(protocol));
  it.each(cases.map((link, index) => [link.name, link, index] as const))('%s', async (_, link, index) => {
    const source = `https://bob.example/${protocol}/${index}`;
    house.web.pages.set(source, link.page);
    const decision = await house.inbox.accept({ protocol, source, target: link.target }, {});
    expect(decision).toMatchObject(link.isLink ? { outcome: 'accepted' } : { outcome: 'refused', because: 'no-link' });
  });
});
