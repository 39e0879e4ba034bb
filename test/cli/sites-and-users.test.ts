import { afterAll, beforeAll, expect, it } from 'vitest';
import { hearback, type Server, serve, temporary } from '../support/command.ts';

let data: Awaited<ReturnType<typeof temporary>>;
let server: Server;
beforeAll(async () => {
  data = await temporary();
  server = await serve(['--port', '0', '--site', 'https://first.example/', '--data', data.path]);
});
afterAll(async () => {
  await server.stop();
  await data[Symbol.asyncDispose]();
});

const run = (...words: string[]) => hearback([...words, '--data', data.path]);
async function told(...words: string[]): Promise<unknown> {
  const { code, out, err } = await run(...words, '--json');
  expect([code, err]).toEqual([0, expect.not.stringContaining('Error')]);
  return JSON.parse(out);
}

it('adds a site beside a running server, and removes it only when told to', async () => {
  // The one, and not the ten thousand that may be there.
  expect(await told('site', 'add', 'https://second.example/blog', '--name', 'Second')).toEqual([
    expect.objectContaining({ id: 'second.example-blog', name: 'Second' }),
  ]);
  await run('token', 'add', 'reader', '--scope', 'read', '--site', 'https://second.example/blog');
  const asked = await run('site', 'remove', 'https://second.example/blog');
  expect(asked).toMatchObject({ code: 2, out: '' });
  expect(asked.err).toMatch(/takes its settings, .*1 token, .*Nothing was removed: say --yes/);
  expect(await told('site', 'list')).toHaveLength(2);
  expect(await told('site', 'remove', 'https://second.example/blog', '--yes')).toEqual({
    ...{ id: 'second.example-blog', pages: 0, tokens: 1, recipients: 0, mentions: 0 },
  });
  expect(await told('token', 'list')).toEqual([]);
  expect((await run('site', 'remove', 'https://second.example/blog', '--yes')).code).toBe(1);
});

it('invites somebody with a role on one site', async () => {
  const { url } = (await told('user', 'add', '--role', 'moderator', '--site', 'https://first.example/')) as {
    url: string;
  };
  const body = new URLSearchParams({
    ...{ key: new URL(url).searchParams.get('key') ?? '', name: 'mo' },
    ...{ password: 'a sentence to log in', again: 'a sentence to log in' },
  });
  const origin = new URL(server.url).origin;
  const made = await fetch(`${origin}/admin/setup`, {
    method: 'POST',
    body,
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  expect(made.status).toBe(303);
  expect(await told('user', 'list')).toMatchObject([
    { name: 'mo', roles: [{ role: 'moderator', site: 'first.example' }] },
  ]);
  expect((await run('user', 'list')).out).toContain('mo  moderator of first.example  since ');
});

it('says in a line what is wrong', async () => {
  expect(await run('user', 'add', '--role', 'king')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/--role "king" is none/),
  });
  expect(await run('user', 'add', '--site', 'https://nobody.example/')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/There is no site/),
  });
});
