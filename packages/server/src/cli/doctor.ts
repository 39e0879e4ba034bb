import type { Examination, ToldFinding } from '../doctor/finding.ts';
import type { TestReport } from '../doctor/send-test.ts';
import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION, NETWORK_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine } from './output.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: 'URL [--as target|source] [--test [--public-url URL]] [--json] [--allow-network CIDR[:PORT]]',
  summary:
    'Looks whether others can tell you of links to a page of yours, and whether they would take it for a source.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...JSON_OPTION,
    as: { type: 'string' },
    test: { type: 'boolean' },
    'public-url': { type: 'string' },
  },
  words: [1, 1],
  async run({ flags, words: [text = ''], terminal, config }) {
    const url = webAddress(text, 'URL');
    const { as } = flags;
    if (as !== undefined && as !== 'target' && as !== 'source')
      throw new HearbackError('usage', `--as takes target or source, and not "${String(as)}".`);
    const { openReading } = await import('../compose/reading.ts');
    const reading = openReading(readCommandConfig(config));
    try {
      const examination = await reading.examine(url, as);
      const test = flags.test ? await reading.test(url) : undefined;
      if (flags.json) terminal.out(json(test ? { ...examination, test } : examination));
      else {
        for (const line of linesOf(examination)) terminal.out(line);
        if (test) for (const line of testLines(test)) terminal.out(line);
      }
      return examination.findings.some(({ level }) => level === 'problem') || isFailed(test) ? 1 : 0;
    } finally {
      await reading.close();
    }
  },
};

function isFailed(test: TestReport | undefined): boolean {
  return test !== undefined && (test.tried.length === 0 || test.tried.some(({ result }) => result === 'failed'));
}

function* linesOf({ endpoints, findings }: Examination): Generator<string> {
  for (const { protocol, url, via } of endpoints) yield `${protocol}  ${oneLine(url)}  (by ${via})`;
  for (const finding of findings) yield* findingLines(finding);
  if (findings.length === 0) yield 'Nothing speaks against the page.';
}

function* findingLines({ level, code, role, found, why, todo }: ToldFinding): Generator<string> {
  yield `${level} ${code}, as a ${role}: ${oneLine(found)}`;
  yield `    Why it matters: ${oneLine(why)}`;
  yield `    What to do: ${oneLine(todo)}`;
}

function* testLines({ tried, reason }: TestReport): Generator<string> {
  if (reason !== '') yield `test: nothing was sent: ${oneLine(reason)}`;
  for (const { protocol, result, endpoint, reason: why, trace } of tried)
    yield `test ${protocol}: ${result} at ${oneLine(endpoint)}. ${oneLine(why)}${trace ? ` Its trace: ${trace}` : ''}`;
}
