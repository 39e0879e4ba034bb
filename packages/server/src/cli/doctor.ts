import type { Examination, ToldFinding } from '../doctor/finding.ts';
import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION, NETWORK_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine } from './output.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: 'URL [--as target|source] [--json] [--allow-network CIDR[:PORT]]',
  summary:
    'Looks whether others can tell you of links to a page of yours, and whether they would take it for a source.',
  options: { ...STORE_OPTIONS, ...NETWORK_OPTIONS, ...JSON_OPTION, as: { type: 'string' } },
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
      if (flags.json) terminal.out(json(examination));
      else for (const line of linesOf(examination)) terminal.out(line);
      return examination.findings.some(({ level }) => level === 'problem') ? 1 : 0;
    } finally {
      await reading.close();
    }
  },
};

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
