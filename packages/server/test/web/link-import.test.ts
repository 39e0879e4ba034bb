import { afterAll, beforeAll, expect, it } from 'vitest';
import { noCounts } from '../../src/import/counts.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { wordsOf } from '../../src/words/words.ts';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let owner: Browser;
/** The list is how many links are taken and how many pages are to be searched. */
const importLinks = async (text: string) => {
  const [named = 0, linking = 0] = text.split(' ').map(Number);
  const taken = { approved: 0, pending: 0, named };
  return { counts: { ...noCounts(), read: 9, taken, linking }, skips: [], problem: undefined };
};
beforeAll(async () => {
  house = await openHouse({ changes: { importLinks } });
  owner = await setUpOwner(house);
});
afterAll(() => house.close());

const told = async (links: string) => {
  const html = await (await owner.post('/admin/links/import', { csrf: await owner.csrf(), links })).text();
  return /<p role="status">([^<]*)</.exec(html)?.[1];
};

it('says apart what was taken in and what is to be searched', async () => {
  expect(await told('0 0')).toBe('Nothing new, 9 lines read.');
  expect(await told('1 0')).toBe('1 link taken in, 9 lines read.');
  expect(await told('0 1')).toBe('1 page is to be searched for links, 9 lines read.');
  expect(await told('2 3')).toBe('2 links taken in, 3 pages are to be searched for links, 9 lines read.');
});

it.each(LANGUAGES)('counts no page that is to be searched for a link in %s', async (language) => {
  const alice = await house.store.owners.byName('alice');
  await house.store.owners.setLanguage(alice?.id ?? '', language);
  const { links } = wordsOf(language);
  expect(await told('0 1')).toBe(`${links.imported.pages(1)}, ${links.imported.lines(9)}`);
});
