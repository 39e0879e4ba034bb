#!/usr/bin/env node
import { checkRuntime } from './runtime.ts';

// Before anything else is loaded: an old Node would fail on a missing built-in with a stack that helps nobody.
const problem = checkRuntime(process.versions);
if (problem) {
  process.stderr.write(`hearback: ${problem}\n`);
  process.exit(1);
}

const { main } = await import('./commands.ts');
process.exitCode = await main(process.argv.slice(2));
