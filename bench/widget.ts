import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Subject, spreadOf } from './lib/figure.ts';

const BUNDLE = fileURLToPath(new URL('../packages/widget/dist/hearback-mentions.js', import.meta.url));

/** What a page pays for its mentions, on the wire. */
export const widget: Subject = async () => {
  const packed = gzipSync(await readFile(BUNDLE), { level: 9 }).length;
  return [
    {
      name: 'the widget',
      unit: 'kB',
      value: spreadOf([packed / 1000]),
      goal: { of: 'value', is: 'at most', bound: 3 },
      condition: 'as built, gzipped; that nothing on the page moves is a matter of the tests in a browser',
    },
  ];
};
