// Runs the named npm scripts side by side, as many at once as there are processors, the longest named first. What each
// prints comes in one piece when it has ended, and all are heard before one that failed fails the whole.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);
if (waiting.length === 0) throw new Error('Name the npm scripts to be run.');
const failed: string[] = [];

function run(script: string): Promise<void> {
  const child = spawn('npm', ['run', '-s', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(parts));
      if (code !== 0) failed.push(script);
      resolve();
    });
  });
}

async function work(): Promise<void> {
  for (let script = waiting.shift(); script; script = waiting.shift()) await run(script);
}

await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
if (failed.length > 0) {
  console.error(`Failed: npm run ${failed.join(', npm run ')}.`);
  process.exitCode = 1;
}
