import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildWidget } from '../build.ts';

test('the widget is at most 3 kB gzipped, and parses no HTML', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-widget-'));
  const file = join(folder, 'widget.js');
  await buildWidget(file);
  const built = readFileSync(file);
  rmSync(folder, { recursive: true });
  expect(gzipSync(built, { level: 9 }).length).toBeLessThanOrEqual(3000);
  expect(built.toString()).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b/);
});
