import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Doctor } from '../../src/doctor/doctor.ts';
import { problem, told } from '../../src/doctor/finding.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { wordsOf } from '../../src/words/words.ts';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

const FINDINGS = [
  problem('endpoint-slow', {
    ...{ subject: { protocol: 'webmention', url: 'https://alice.example/w?a=1&b=2' }, parts: { seconds: 7.5 } },
  }),
  problem('tag-relative', { parts: { given: '/{url}`x`' }, says: 'tag-empty' }),
];
const doctor: Doctor = {
  examine: async ({ href }) => ({
    ...{ url: href, roles: ['target'], links: 0, endpoints: [] },
    findings: FINDINGS.map(told('target')),
  }),
  test: async ({ href }) => ({ url: href, reason: '', tried: [] }),
};

let house: House;
let owner: Browser;
beforeAll(async () => {
  house = await openHouse({ changes: { doctor } });
  owner = await setUpOwner(house);
});
afterAll(() => house.close());

it.each(LANGUAGES)('what the doctor found, and what to do about a trace, is said in %s', async (language) => {
  const alice = await house.store.owners.byName('alice');
  await house.store.owners.setLanguage(alice?.id ?? '', language);
  const page = await (await owner.post('/admin/doctor', { csrf: await owner.csrf(), url: POST })).text();
  const text = page.replace(/<[^>]*>/g, '');
  const words = wordsOf(language);
  expect(text).toContain(words.findingsOfAnswers['endpoint-slow'].why);
  expect(text).toContain(words.doctor.theEndpoint.replace('{protocol}', 'webmention').split('{')[0]);
  expect(text).toContain(language === 'en' ? '7.5' : '7,5');
  expect(page).toContain('<code>&lt;link rel=&quot;pingback&quot; href=&quot;URL&quot;&gt;</code>');
  // What somebody wrote is none of our marks.
  expect(page).toContain('/{url}`x`');
  const id = await house.seed({ link: 'lost', moderation: 'approved' });
  const mention = await (await owner.get(`/admin/mentions/${id}`)).text();
  expect(mention).toContain(words.next.lost.replaceAll("'", '&#39;'));
});

it('the command says the same in English, without marks', () => {
  const [slow, relative] = FINDINGS.map(told('target'));
  expect(slow?.message).toBe(
    'The webmention endpoint https://alice.example/w?a=1&b=2 took 7.5 seconds to answer. ' +
      'Senders wait 5 seconds or so. Answer first and verify later.',
  );
  expect(relative).toMatchObject({ code: 'tag-relative', found: expect.stringContaining('“/{url}`x`”') });
});
