import { describe, expect, it } from 'vitest';
import { readConfig } from '../../packages/server/src/config.ts';
import { readDeploy } from '../../packages/server/src/web/owner-api/deploy.ts';
import { blocks, textOf } from './pages.ts';

const examples = blocks(await textOf('docs/telling.md'), 'json').map((text) => JSON.parse(text));
const payloads = examples.filter((example) => !('sites' in example));

it('there are examples', () => {
  expect([examples.length, payloads.length]).toEqual([4, 3]);
});

it('the configuration is one', () => {
  const [site] = readConfig(
    examples.find((example) => 'sites' in example),
    () => undefined,
  ).sites;
  expect(site).toMatchObject({ folder: './public', announce: true, links: { internal: false, nofollow: false } });
});

describe('a payload tells of a deployment', () => {
  it.each(['Cloudflare Pages', 'Netlify', 'GitHub'])('of %s', (from) => {
    const headers = new Headers(from === 'GitHub' ? { 'x-github-event': 'deployment_status' } : {});
    const read = payloads.map((payload) => readDeploy(headers, payload));
    expect(read).toContainEqual(expect.objectContaining({ from, idle: undefined }));
  });
});

it('the script sends what is understood', async () => {
  const [script = ''] = blocks(await textOf('docs/telling.md'), 'sh');
  expect(script).toContain('/api/send -H "Authorization: Bearer ');
  const body = /-d '([^']+)'/.exec(script)?.[1] ?? '';
  expect(readDeploy(new Headers(), JSON.parse(body))).toEqual({
    from: 'a deploy script',
    idle: undefined,
    urls: ['https://example.org/'],
  });
});
