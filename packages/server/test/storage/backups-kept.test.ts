import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backupName, listBackups, outdated, prune } from '../../src/storage/sqlite/backup/folder.ts';
import { HOUR, NOON } from './contract/opened.ts';
import { temporaryDirectory } from './directory.ts';

const KEPT = { last: 48, days: 30 };
const hourly = (count: number) =>
  Array.from({ length: count }, (_, hours) => ({ name: backupName(NOON - hours * HOUR), at: NOON - hours * HOUR }));

it('R13: keeps the last 48 and the last one of each of thirty days', () => {
  const backups = hourly(100 * 24);
  const gone = new Set(outdated(backups, NOON, KEPT));
  const kept = backups.filter((backup) => !gone.has(backup));
  expect(kept.slice(0, 48)).toEqual(backups.slice(0, 48));
  const daily = kept.slice(48);
  expect(daily.map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual(daily.map(() => '23:00'));
  expect(new Set(kept.map(({ name }) => name.slice(0, 19))).size).toBe(30);
});

it('touches no file of another name', () => {
  const folder = temporaryDirectory();
  const names = ['hearback.db', 'hearback-before-schema-3.db', 'notes.txt', ...hourly(60).map(({ name }) => name)];
  for (const name of names) writeFileSync(join(folder.path, name), '');
  prune(folder.path, NOON, { last: 1, days: 1 });
  expect(readdirSync(folder.path).sort()).toEqual(
    [backupName(NOON), 'hearback-before-schema-3.db', 'hearback.db', 'notes.txt'].sort(),
  );
  expect(listBackups(folder.path)).toEqual([{ name: backupName(NOON), at: NOON }]);
  expect(listBackups(join(folder.path, 'none'))).toEqual([]);
  folder.remove();
});
