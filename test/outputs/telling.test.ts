import { expect, test } from 'vitest';
import { told as inEnglish, problem } from '../../packages/server/src/doctor/finding.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { openHouse, POST } from '../../packages/server/test/web/house.ts';
import { setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { bearer, makeToken } from '../attacks/owner/lib.ts';
import { CLEANED, TEXTS } from './corpus.ts';
import { furnish } from './furnished.ts';

const ALL = [
  ...TEXTS.map(([, text]) => [text, text] as const),
  ...CLEANED.map(([, text, left]) => [text, left] as const),
];
const DELIVERY = {
  id: 'd',
  source: POST,
  target: 'https://bob.example/',
  protocol: 'pingback',
  endpoint: 'javascript:alert(1)',
  status: 'refused',
  fault: 17,
  httpStatus: 200,
  lenient: false,
} as const;

test('what sending again answers', async () => {
  const house = await openHouse();
  const { deliveries } = await furnish(
    house,
    ALL.map(([text]) => text),
  );
  const headers = bearer(await makeToken(house, ['send']));
  const post = async (path: string) => {
    const response = await house.web.fetch(new Request(`http://127.0.0.1:7777${path}`, { method: 'POST', headers }));
    return { status: response.status, text: await response.text() };
  };
  const one = await post(`/api/deliveries/${deliveries[0]}/resend`);
  expect([one.status, JSON.parse(one.text).deliveries.length]).toEqual([202, 1]);
  const all = await post('/api/deliveries/resend');
  expect([all.status, /[<\u2028]/.test(one.text + all.text)]).toEqual([202, false]);
  await house.close();
});

test('what Telegraph answers', async () => {
  const house = await openHouse();
  const token = await makeToken(house, ['send']);
  for (const [text, left] of ALL) {
    const ask = async (report: Awaited<ReturnType<typeof house.deps.send>>) => {
      const web = createWeb({ ...house.deps, send: async () => report });
      const body = new URLSearchParams({ token, source: POST, target: DELIVERY.target });
      const init = { method: 'POST', body };
      const response = await web.fetch(new Request('http://127.0.0.1:7777/api/telegraph/webmention', init));
      return { status: response.status, text: await response.text() };
    };
    const taken = await ask({ deliveries: [{ ...DELIVERY, reason: text }], problems: [], warnings: [text] });
    expect([taken.status, taken.text.includes('<')]).toEqual([201, false]);
    const failed = await ask({ deliveries: [], problems: [text], warnings: [] });
    expect([failed.status, failed.text.includes('<')]).toEqual([400, false]);
    expect(JSON.parse(failed.text).error_description).toBe(left.replace(/[\u200c\u200d]/g, ''));
  }
  await house.close();
});

test('a preview of what would be told', async () => {
  const house = await openHouse();
  const report = { deliveries: [] as object[], problems: [] as string[], warnings: [] as string[] };
  const web = createWeb({ ...house.deps, send: async () => report as never });
  const browser = await setUpOwner({ ...house, web });
  const fields = { csrf: await browser.csrf(), url: POST };
  const tags = async (path: string) =>
    [...(await (await browser.post(path, fields)).text()).matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, tag]) => tag);
  const both = async (text: string) => {
    Object.assign(report, {
      deliveries: [{ ...DELIVERY, target: text, reason: text }],
      problems: [],
      warnings: [text],
    });
    const shown = await tags('/admin/preview');
    Object.assign(report, { deliveries: [], problems: [text], warnings: [] });
    return [shown, await tags('/admin/preview'), await tags('/admin/preview/send')];
  };
  const calm = await both('innocent');
  for (const [text] of ALL) expect(await both(text)).toEqual(calm);
  await house.close();
});

test('what the doctor found', async () => {
  const house = await openHouse();
  const told: { text: string } = { text: '' };
  const findings = () => {
    const parts = { given: told.text, url: told.text, reason: told.text };
    const subject = { protocol: 'pingback', url: told.text };
    return [problem('tag-decoy', { parts }), problem('page-broken', { parts, subject })].map(inEnglish('source'));
  };
  const doctor = {
    examine: async () => ({
      ...{ url: POST, roles: ['target'], links: 0 },
      endpoints: [{ protocol: 'pingback', url: told.text, via: 'header' }],
      findings: findings(),
    }),
    test: async () => ({
      ...{ url: POST, reason: told.text },
      tried: [{ protocol: 'pingback', endpoint: told.text, source: POST, result: 'failed', reason: told.text }],
    }),
  };
  const web = createWeb({ ...house.deps, doctor: doctor as never });
  const browser = await setUpOwner({ ...house, web });
  const fields = { csrf: await browser.csrf(), url: POST, test: '1' };
  const tags = async (text: string) => {
    told.text = text;
    const shown = await (await browser.post('/admin/doctor', fields)).text();
    return [...shown.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, tag]) => tag);
  };
  const calm = await tags('innocent');
  expect(calm.length).toBeGreaterThan(50);
  for (const [text] of ALL) expect(await tags(text)).toEqual(calm);
  await house.close();
});
