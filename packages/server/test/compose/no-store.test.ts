import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExistingStore } from '../../src/compose/store.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const said = (data: string) => openExistingStore({ data, database: undefined }).catch((error: Error) => error.message);

describe('a command on a folder', () => {
  it('that has no store says so', async () => {
    expect(await said(join(folder, 'typo'))).toMatch(/^There are no Hearback data in .*typo: name the folder/);
  });

  it('that it may not look into does not call it empty', async () => {
    // Root may read everything, but nobody follows a link to itself.
    symlinkSync('hearback.db', join(folder, 'hearback.db'));
    expect(await said(folder)).toMatch(/^Cannot read .*hearback\.db \(ELOOP.*\); give this user the right to read/);
  });
});
