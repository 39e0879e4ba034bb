import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHouse } from '../../packages/server/test/web/house.ts';
import { hearback, temporary } from '../support/command.ts';

it('what is exported to - stands on the standard output, and nothing else does', async () => {
  const house = await openHouse();
  try {
    await house.seed({ source: 'https://bob.example/1' });
    const here = ['--data', house.folder];
    const run = await hearback(['export', '-', '--format', 'wxr', ...here]);
    expect(run).toMatchObject({ code: 0, err: 'Standard output: 1 mention.\n' });
    expect(run.out).toMatch(/^<\?xml[\s\S]*https:\/\/bob\.example\/1[\s\S]*<\/rss>\s*$/);
    const links = await hearback(['export', '-', '--what', 'links', '--format', 'ndjson', '--json', ...here]);
    expect([links.code, JSON.parse(links.err)]).toEqual([0, { file: '-', links: 1 }]);
    expect(JSON.parse(links.out)).toMatchObject({ source: 'https://bob.example/1' });
    await expect(access('-')).rejects.toThrow('ENOENT');
    const what = await hearback(['export', '-', ...here]);
    expect(what).toMatchObject({ code: 2, out: '' });
    expect(what.err).toContain('Say what the standard output is to be, as in --format wxr.');
  } finally {
    await house.close();
  }
});

it('a folder is named as one before a store is made, and so is a file that is not there', async () => {
  await using folder = await temporary();
  const into = ['--site', 'https://alice.example', '--data', join(folder.path, 'data')];
  await writeFile(join(folder.path, 'file'), '');
  const errors = await Promise.all(
    ['', 'none', 'file/x'].map(async (name) => (await hearback(['import', join(folder.path, name), ...into])).err),
  );
  const missing = 'there is no such file. See how it is spelled.\n';
  expect(errors.map((error) => error.replaceAll(folder.path, ''))).toEqual([
    'hearback:  cannot be read: it is a folder. Name a file in it.\n',
    `hearback: /none cannot be read: ${missing}`,
    `hearback: /file/x cannot be read: ${missing}`,
  ]);
  await expect(access(join(folder.path, 'data'))).rejects.toThrow('ENOENT');
});
