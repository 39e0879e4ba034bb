// Runs the examples that are named one after the other, in one process, and prints as JSON what each of them printed.

import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const printed: string[][] = [];
console.log = (...words) => void printed.at(-1)?.push(format(...words));
process.once('beforeExit', () => process.stdout.write(JSON.stringify(printed)));
for (const path of process.argv.slice(2)) {
  printed.push([]);
  await import(pathToFileURL(path).href);
}
