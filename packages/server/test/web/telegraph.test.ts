import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeToken } from '../../../../test/attacks/owner/lib.ts';
import { viewOf } from '../../src/outbound/delivery-view.ts';
import { createWeb } from '../../src/web/web.ts';
import { newDelivery } from '../storage/contract/samples.ts';
import { type House, openHouse, POST } from './house.ts';

const TARGET = 'https://bob.example/page';
let house: House;
let token: string;
beforeEach(async () => {
  house = await openHouse();
  token = await makeToken(house, ['send']);
});
afterEach(() => house.close());

/** One link is found on the page, and its delivery is stored. */
async function ask(fields: Record<string, string>, path = '/api/telegraph/webmention', headers = {}) {
  const delivery = newDelivery('a', { site: house.site.id, source: POST, target: TARGET });
  const send = async () => {
    await house.store.deliveries.add([delivery], { step: 'found', outcome: 'found', reason: 'Linked.' });
    return { deliveries: [viewOf(delivery)], problems: [], warnings: [] };
  };
  const init = { method: 'POST', body: new URLSearchParams(fields), headers };
  const response = await createWeb({ ...house.deps, send }).fetch(new Request(`http://127.0.0.1:7777${path}`, init));
  return { status: response.status, location: response.headers.get('location'), body: await response.json() };
}

const status = async (path: string) => {
  const response = await house.web.fetch(new Request(`http://127.0.0.1:7777${path}`));
  return { status: response.status, body: await response.json() };
};

describe('Telegraph’s API', () => {
  it('queues a webmention and says what came of it', async () => {
    const location = 'http://127.0.0.1:7777/api/telegraph/webmention/id-a';
    const taken = await ask({ token, source: POST, target: TARGET });
    expect(taken).toEqual({ status: 201, location, body: { status: 'queued', location } });
    const path = new URL(location).pathname;
    const waiting = { status: 'queued', summary: expect.any(String), location };
    expect(await status(path)).toEqual({ status: 200, body: waiting });
    const step = { at: 1, step: 'notified', outcome: 'delivered', reason: 'ok' } as const;
    const update = { status: 'delivered', reason: 'Accepted.', httpStatus: 202, protocol: 'webmention' } as const;
    await house.store.deliveries.record('id-a', { ...update, endpoint: 'https://bob.example/wm' }, step);
    expect((await status(path)).body).toEqual({
      ...{ status: 'accepted', type: 'webmention', endpoint: 'https://bob.example/wm' },
      ...{ http_code: 202, summary: 'Accepted.' },
    });
    expect((await status('/api/telegraph/webmention/nobody')).status).toBe(404);
  });

  it('takes a domain for a target and answers a list', async () => {
    const { body } = await ask({ token, source: POST, target_domain: 'bob.example' });
    expect(body).toMatchObject({ status: 'queued', location: [expect.stringContaining('/webmention/id-a')] });
    expect(await ask({ token, source: POST, target_domain: 'ob.example' })).toMatchObject({ status: 400 });
  });

  it('remembers the callback', async () => {
    await ask({ token, source: POST, target: TARGET, callback: 'https://client.example/done' });
    expect(await house.store.deliveries.byId('id-a')).toMatchObject({ callback: 'https://client.example/done' });
  });

  it.each([
    [{}, 401, 'authentication_required'],
    [{ token: 'x', source: POST, target: TARGET }, 401, 'invalid_token'],
    [{ token: 'mine', source: POST }, 400, 'missing_parameters'],
    [{ token: 'mine', target: TARGET }, 400, 'missing_parameters'],
    [{ token: 'mine', source: 'no url', target: TARGET }, 400, 'invalid_parameter'],
    [{ token: 'mine', source: POST, target: TARGET, callback: 'javascript:1' }, 400, 'invalid_parameter'],
    [{ token: 'mine', source: 'https://other.example/', target: TARGET }, 400, 'invalid_parameter'],
    [{ token: 'mine', source: POST, target: 'https://carol.example/' }, 400, 'no_link_found'],
  ])('refuses %o', async (fields: Record<string, string>, code, error) => {
    const given = fields.token === 'mine' ? { ...fields, token } : fields;
    expect(await ask(given)).toMatchObject({ status: code, body: { error } });
  });

  it('takes no token from an address, none without the scope, and one from the header', async () => {
    const fields = { source: POST, target: TARGET };
    expect(await ask(fields, `/api/telegraph/webmention?token=${token}`)).toMatchObject({ status: 401 });
    const reader = await makeToken(house, ['read']);
    expect(await ask({ ...fields, token: reader })).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    const headers = { authorization: `Bearer ${token}` };
    expect(await ask(fields, undefined, headers)).toMatchObject({ status: 201 });
  });

  it('stands beside the receiver of webmentions', async () => {
    const init = { method: 'POST', body: new URLSearchParams({ source: 'https://bob.example/', target: POST }) };
    const response = await house.web.fetch(new Request('http://127.0.0.1:7777/webmention', init));
    expect([response.status, response.headers.get('location')]).toEqual([201, expect.stringContaining('/status/')]);
  });
});
