import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chanceOf } from './chance.ts';
import { forget, keep, keptOf } from './corpus.ts';
import { type Coverage, openCoverage } from './coverage.ts';
import { distilled } from './distil.ts';
import { fuzz, type Run, slowProblemOf } from './engine.ts';
import type { Target } from './target.ts';
import { TARGETS } from './targets/index.ts';

const HELP = `npm run fuzz -- [--seconds N] [--target NAME] [--seed N] [--keep] [--blind] [--oracles] [--replay FILE]
  --seconds N   for all targets together, 60 unless told
  --keep        makes the corpus in fixtures/fuzz anew, with what was found, as small as it goes
  --blind       builds on nothing that it finds, to compare
  --replay FILE one input of one --target, or all kept ones of all targets without a FILE`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    target: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'boolean' },
    blind: { type: 'boolean' },
    oracles: { type: 'boolean' },
    replay: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const targets = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (values.help || targets.length === 0) {
  console.log(
    values.help
      ? HELP
      : `There is no target ${values.target}; there are ${TARGETS.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = values.help ? 0 : 2;
} else if (values.oracles) {
  for (const { name, oracles } of targets) console.log(`${name}\n${oracles.map((one) => `  - ${one}`).join('\n')}`);
} else if (values.replay) await replay();
else await run();

/** Tries kept inputs, or the file that is named, again. */
async function replay(): Promise<void> {
  let count = 0;
  for (const target of targets) {
    const chosen = positionals.map((file) => ({ file, input: new Uint8Array(readFileSync(file)) }));
    for (const { file, input } of chosen.length > 0 ? chosen : keptOf(target.name)) {
      count += 1;
      const reason = await slowProblemOf(target, input);
      if (reason === undefined) continue;
      console.log(`${target.name}: it does not hold that ${reason}\n  ${file}`);
      process.exitCode = 1;
    }
  }
  console.log(`replayed ${count} inputs of ${targets.length} targets`);
}

async function run(): Promise<void> {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const milliseconds = (Number(values.seconds) * 1000) / targets.length;
  const coverage = await openCoverage();
  const guided = values.blind !== true;
  console.log(`seed ${seed}, ${values.seconds} s, ${guided ? 'guided by coverage' : 'blind'}`);
  let executions = 0;
  for (const target of targets) {
    const corpus = keptOf(target.name).map(({ input }) => input);
    const found = await fuzz(target, { corpus, coverage, chance: chanceOf(seed), milliseconds, guided });
    executions += found.executions;
    console.log(
      `${target.name}: ${found.executions} executions, corpus ${corpus.length}, code reached ${found.known} characters` +
        ` and ${found.fresh} new by ${found.kept.length} inputs, findings ${found.findings.length}`,
    );
    report(target, found);
    if (values.keep) await renew(target, [...corpus, ...found.kept], coverage);
  }
  console.log(`executions ${executions}`);
  await coverage.close();
}

function report(target: Target, { findings }: Run): void {
  for (const { reason, input } of findings) {
    const file = keep(target.name, input, 'regression-');
    console.log(`  it does not hold that ${reason}\n  again: npm run fuzz -- --target ${target.name} --replay ${file}`);
    process.exitCode = 1;
  }
}

async function renew(target: Target, inputs: readonly Uint8Array[], coverage: Coverage): Promise<void> {
  const few = await distilled(target, inputs, coverage);
  forget(target.name);
  for (const input of few) keep(target.name, input);
  console.log(`  kept ${few.length} of ${inputs.length} inputs`);
}
