import { expect, test } from 'vitest';
import { readFilter } from '../../src/compose/link-filter.ts';
import { openHouse } from '../inbound/house.ts';

test('a filter with a name that is none says which there are, and none is dropped', async () => {
  await using house = await openHouse();
  const { store } = house;
  await expect(readFilter(store, 'stat=lost')).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringMatching(/^--filter: there is no "stat"; there are q, site, .*lost-within/),
  });
  await expect(readFilter(store, 'state=lost&after=5')).rejects.toThrow('there is no "after"');
  await expect(readFilter(store, 'state=gone')).rejects.toThrow('--filter: state cannot be read');
  expect(await readFilter(store, '?state=lost&order=visits')).toEqual({ state: 'lost' });
});
