// Writes the corpus to fixtures/spam, a file for each family and a line for each item. The generator is kept beside the
// files, so that a change of one is a change of both; a test compares them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { generateCorpus } from './corpus/corpus.ts';

const folder = new URL('../../fixtures/spam/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [family, items] of Map.groupBy(generateCorpus(), ({ label, family }) => `${label}-${family}`)) {
  writeFileSync(new URL(`${family}.jsonl`, folder), `${items.map((item) => JSON.stringify(item)).join('\n')}\n`);
}
