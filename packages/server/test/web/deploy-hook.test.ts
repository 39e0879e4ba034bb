import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addToken, signingSecret } from '../../src/tokens.ts';
import { hashSecret } from '../../src/web/session/secret.ts';
import { type House, openHouse } from './house.ts';

const FEED = 'https://alice.example/feed';
let house: House;
let token = '';
let secret = '';
beforeEach(async () => {
  house = await openHouse();
  await house.store.sites.configure({ ...house.site, feed: FEED, send: true, announce: true });
  await house.directory.refresh();
  const made = await addToken(
    { ...house.deps, hashSecret },
    { name: 'deploy', scopes: ['send'], site: undefined, maker: undefined },
    { name: 'test', address: undefined },
  );
  token = made?.secret ?? '';
  secret = made ? signingSecret(made.token, hashSecret) : '';
});
afterEach(() => house.close());

async function post(body: unknown, headers: Record<string, string>, type = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request('http://127.0.0.1:7777/api/send', {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body: text,
  });
  const response = await house.web.fetch(request, { address: '192.0.2.9' });
  return { status: response.status, json: await response.json(), looks: (await house.store.jobs.counts()).waiting };
}
const bearer = () => ({ authorization: `Bearer ${token}` });
const github = (event: string) => ({ 'x-github-event': event, ...bearer() });

const NETLIFY = {
  id: '5ebc',
  site_id: 'fa4d',
  state: 'ready',
  name: 'alice',
  url: 'http://alice.example',
  ssl_url: 'https://alice.example',
  deploy_url: 'http://5ebc--alice.netlify.app',
  branch: 'main',
  context: 'production',
  published_at: '2026-01-02T12:00:00Z',
};
const CLOUDFLARE = {
  name: 'Deployed',
  text: 'A deployment succeeded',
  ts: 1767355200,
  alert_type: 'pages_event_alert',
  data: { event: 'EVENT_DEPLOYMENT_SUCCESS', environment: 'ENVIRONMENT_PRODUCTION', project_name: 'alice' },
};
const REPOSITORY = { full_name: 'alice/blog', default_branch: 'main' };
const STATUS = { state: 'success', environment: 'github-pages', environment_url: 'https://alice.example/' };
const RUN = { status: 'completed', conclusion: 'success', head_branch: 'main', name: 'Deploy' };

describe('a deployment makes us look at what changed', () => {
  const rows = (): readonly [string, unknown, Record<string, string>][] => [
    ['Netlify', NETLIFY, { 'x-netlify-event': 'deploy_created', ...bearer() }],
    ['Cloudflare Pages', CLOUDFLARE, { 'cf-webhook-auth': token }],
    ['GitHub', { build: { status: 'built' }, repository: REPOSITORY }, github('page_build')],
    ['GitHub', { deployment_status: STATUS, repository: REPOSITORY }, github('deployment_status')],
    ['GitHub', { action: 'completed', workflow_run: RUN, repository: REPOSITORY }, github('workflow_run')],
    ['a deploy script', { deployed: 'https://alice.example/' }, bearer()],
    ['a deploy script', { deployed: true }, bearer()],
  ];
  it.each([0, 1, 2, 3, 4, 5, 6])('payload %i', async (n) => {
    const [from, body, headers] = rows()[n] ?? ['', {}, {}];
    const { status, json, looks } = await post(body, headers);
    expect(json).toEqual({
      ...{ from, started: 'look', site: 'https://alice.example/', listing: FEED },
      reason: `What changed in ${FEED} is looked at now.`,
    });
    expect([status, looks]).toEqual([202, 1]);
    const [entry] = await house.store.audit.list({ limit: 1 });
    expect(entry).toMatchObject({ by: 'token deploy', action: 'sent', detail: `deploy hook of ${from}` });
  });

  it('GitHub’s form is read like its JSON', async () => {
    const payload = JSON.stringify({ build: { status: 'built' }, repository: REPOSITORY });
    const form = new URLSearchParams({ payload }).toString();
    expect((await post(form, github('page_build'), 'application/x-www-form-urlencoded')).status).toBe(202);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['Netlify', { ...NETLIFY, state: 'error' }, '', /error and not ready/],
    ['Netlify', { ...NETLIFY, context: 'deploy-preview' }, '', /deploy-preview/],
    ['Cloudflare', { ...CLOUDFLARE, data: { event: 'EVENT_DEPLOYMENT_STARTED' } }, '', /EVENT_DEPLOYMENT_STARTED/],
    ['Cloudflare', { ...CLOUDFLARE, data: { ...CLOUDFLARE.data, environment: 'ENVIRONMENT_PREVIEW' } }, '', /preview/],
    ['GitHub', { build: { status: 'errored' } }, 'page_build', /errored/],
    ['GitHub', { deployment_status: { ...STATUS, state: 'pending' } }, 'deployment_status', /pending/],
    ['GitHub', { deployment_status: { ...STATUS, environment: 'Preview' } }, 'deployment_status', /Preview/],
    ['GitHub', { action: 'requested', workflow_run: RUN, repository: REPOSITORY }, 'workflow_run', /not a success/],
    [
      'GitHub',
      { action: 'completed', workflow_run: { ...RUN, head_branch: 'x' }, repository: REPOSITORY },
      'workflow_run',
      /branch x/,
    ],
    ['GitHub', { zen: 'z', hook_id: 1 }, 'ping', /reaches this server/],
    ['GitHub', { ref: 'refs/heads/main' }, 'push', /says nothing of a deployment/],
  ])('%s: %j %s is no deployment of the site', async (_, body, event, reason) => {
    const { status, json, looks } = await post(body, event ? github(event) : bearer());
    expect([status, json.started, looks]).toEqual([200, null, 0]);
    expect(json.reason).toMatch(reason);
  });

  it.each<[unknown, RegExp]>([
    [{ text: 'Hello World! This is a test message.' }, /reaches this server/],
    [{ alert_type: 'universal_ssl_event_type', text: 'x', data: {} }, /universal_ssl_event_type says nothing/],
  ])('Cloudflare can try its destination, and is told of alerts that are none of ours: %j', async (body, reason) => {
    const { status, json, looks } = await post(body, { 'cf-webhook-auth': token });
    expect([status, json.started, looks]).toEqual([200, null, 0]);
    expect(json.reason).toMatch(reason);
    expect((await post(body, { 'cf-webhook-auth': 'no' })).status).toBe(401);
  });

  it('names the page that it cannot announce, whether it is another site’s or nobody’s', async () => {
    const foreign = await post({ source: 'https://foreign.example/p' }, bearer());
    expect([foreign.status, foreign.json.error]).toEqual([404, 'not_found']);
    expect(foreign.json.error_description).toMatch(/^https:\/\/foreign\.example\/p is a page of no site/);
  });

  it('says why there is nothing to look at', async () => {
    await house.store.sites.configure({ ...house.site, id: 'b.example', url: 'https://b.example/' });
    await house.directory.refresh();
    expect((await post({ deployed: true }, bearer())).json.error).toBe('no_site');
    expect((await post({ deployed: 'https://b.example/' }, bearer())).json.error_description).toContain('no feed');
    await house.store.sites.setSwitches(house.site.id, { announce: false });
    expect((await post(NETLIFY, bearer())).json.error_description).toContain('not announced by themselves');
  });
});

describe('a signature in place of the token', () => {
  const hub = (body: unknown, key: string) => ({
    'x-github-event': 'page_build',
    'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(JSON.stringify(body)).digest('hex')}`,
  });
  const jws = (body: unknown, key: string, changes: object = {}, header: object = { alg: 'HS256' }) => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const signed = `${encode(header)}.${encode({ iss: 'netlify', sha256, ...changes })}`;
    const signature = createHmac('sha256', key).update(signed).digest('base64url');
    return { 'x-netlify-event': 'deploy_created', 'x-webhook-signature': `${signed}.${signature}` };
  };
  const BUILT = { build: { status: 'built' }, repository: REPOSITORY };

  it('GitHub’s and Netlify’s open', async () => {
    expect((await post(BUILT, hub(BUILT, secret))).status).toBe(202);
    expect((await post(NETLIFY, jws(NETLIFY, secret))).status).toBe(202);
  });

  it('any other opens nothing', async () => {
    const wrong = [
      [BUILT, hub(BUILT, 'guessed')],
      [BUILT, hub({}, secret)],
      [BUILT, hub(BUILT, token)],
      [NETLIFY, jws(NETLIFY, 'guessed')],
      [NETLIFY, jws({}, secret)],
      [NETLIFY, jws(NETLIFY, secret, { iss: 'me' })],
      [NETLIFY, jws(NETLIFY, secret, {}, { alg: 'none' })],
      [NETLIFY, { 'x-webhook-signature': 'a.b.c' }],
      [NETLIFY, { 'cf-webhook-auth': secret }],
      [NETLIFY, {}],
    ] as const;
    for (const [body, headers] of wrong) {
      const { status, looks } = await post(body, headers);
      expect([status, looks]).toEqual([401, 0]);
    }
  });

  it('announces no page: it is good for hooks only', async () => {
    const body = { source: 'https://alice.example/post' };
    expect((await post(body, { ...hub(body, secret) })).status).toBe(403);
  });

  it('of a token that may not send opens nothing', async () => {
    const deps = { ...house.deps, hashSecret };
    const made = await addToken(
      deps,
      { name: 'r', scopes: ['read'], site: undefined, maker: undefined },
      { name: 't', address: undefined },
    );
    const key = made ? signingSecret(made.token, hashSecret) : '';
    expect((await post(BUILT, hub(BUILT, key))).status).toBe(401);
  });

  it('a body that is too large is not read', async () => {
    expect((await post({ ...NETLIFY, more: 'x'.repeat(300_000) }, bearer())).status).toBe(400);
  });
});
