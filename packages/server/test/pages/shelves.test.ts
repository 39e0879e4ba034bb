import { expect, it } from 'vitest';
import { createShelves } from '../../src/pages/shelves.ts';
import type { Site } from '../../src/site.ts';

const shelf = (id: string) => ({ site: { id, url: `https://${id}/` } as Site, pages: new Map(), mapped: false });

it('a site that is added after the list was read is in the list', () => {
  const shelves = createShelves();
  shelves.put(shelf('alice.example'));
  expect(shelves.sites()).toHaveLength(1);
  shelves.put(shelf('a-longer.example'));
  expect(shelves.sites().map(({ id }) => id)).toEqual(['a-longer.example', 'alice.example']);
  shelves.remove('alice.example');
  expect(shelves.sites().map(({ id }) => id)).toEqual(['a-longer.example']);
});
