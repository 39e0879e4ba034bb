#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { checkRuntime } from './runtime.ts';

// Before anything else is loaded: an old Node would fail on a missing built-in with a stack that helps nobody.
const problem = checkRuntime(process.versions);
if (problem) {
  process.stderr.write(`hearback: ${problem}\n`);
  process.exit(1);
}

// What V8 made of the program the last time, kept beside it: a sixth of the loading. Not in the folder for temporary
// files, where others might leave theirs for us to run; whoever may write here could as well change the program. Where we
// may not, nothing is kept.
module.enableCompileCache(fileURLToPath(new URL('../../.cache', import.meta.url)));

const { main } = await import('./commands.ts');
process.exitCode = await main(process.argv.slice(2));
