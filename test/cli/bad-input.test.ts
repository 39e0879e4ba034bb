import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hearback, temporary } from '../support/command.ts';

/** One line on standard error that names the thing; nothing on standard output. */
async function complaint(args: readonly string[], env: Record<string, string> = {}) {
  const { code, out, err } = await hearback(args, env);
  expect(out).toBe('');
  return { code, lines: err.trimEnd().split('\n') };
}

describe('usage', () => {
  it.each([
    ['an unknown command', ['sevre'], 'There is no command "sevre"'],
    ['an unknown flag', ['serve', '--prot', '1'], "Unknown option '--prot'"],
    ['a flag without its value', ['serve', '--port'], '--port'],
    ['too few words', ['verify', 'https://a.example/'], 'Usage: hearback verify SOURCE TARGET'],
    ['too many words', ['trace', 'a', 'b'], 'Usage: hearback trace ID'],
    ['no page to send', ['send'], 'Name the page to announce'],
    ['a page that is no address', ['send', 'my-post'], '"my-post" is not a web address'],
    ['a wait below nothing', ['send', 'https://a.example/', '--wait', '-1'], "'--wait' argument is ambiguous. Usage:"],
    ['a look that is to tell', ['send', '--resume', '--dry-run'], '--dry-run only looks'],
    ['two pasts', ['watch', 'https://a.example/feed', '--all', '--since', '2026-01-01'], 'name one of them'],
    ['a wait that is no number', ['send', 'https://a.example/', '--wait', 'long'], '--wait "long"'],
    ['a source that is no address', ['verify', 'nonsense', 'https://a.example/'], 'SOURCE "nonsense"'],
    [
      'a target of links',
      ['export', 'l.csv', '--what', 'links', '--target', 'https://a.example/'],
      '--target is not for',
    ],
    ['a kind of links', ['export', 'l.csv', '--what', 'links', '--kind', 'reply'], '--kind is not for --what links'],
    [
      'a day of links',
      ['export', 'l.csv', '--what', 'links', '--from', '2026-01-01'],
      '--from is not for --what links',
    ],
    ['a filter of mentions', ['export', 'm.xml', '--filter', 'state=lost'], '--filter is not for --what mentions'],
    [
      'two sites of links',
      ['export', 'l.csv', '--what', 'links', '--site', 'https://a.example', '--filter', 'site=a'],
      'one --site, or site=',
    ],
    ['an unknown state', ['list', '--status', 'lovely'], '--status "lovely" is none of'],
  ])('%s', async (_, args, expected) => {
    await using data = await temporary();
    const { code, lines } = await complaint([...args, ...(args[0] === 'list' ? ['--data', data.path] : [])]);
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });
});

describe('configuration', () => {
  it('reports every problem at once', async () => {
    const { code, lines } = await complaint(
      ['serve', '--port', '99999', '--site', 'ftp://x', '--allow-network', 'all'],
      { HEARBACK_LIMITS: 'some' },
    );
    expect(code).toBe(1);
    const text = lines.join('\n');
    for (const name of ['--port', '--site', '--limits']) expect(text).toContain(name);
  });

  it.each([
    ['a file that is not there', undefined, 'cannot be read'],
    ['a file that is no JSON', '{"port": 1,', 'is not valid JSON'],
    ['a file that is a list', '[]', 'must hold one JSON object'],
    ['an unknown key', '{"colour": "red"}', 'colour: no such setting'],
    ['a network that is none', '{"allowNetwork": ["everything"]}', '"everything" is not a network'],
  ])('%s', async (_, text, expected) => {
    await using folder = await temporary();
    const path = join(folder.path, 'hearback.json');
    if (text !== undefined) await writeFile(path, text);
    const { code, lines } = await complaint(['serve', '--config', path]);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain(expected);
  });
});

describe('the machine', () => {
  it('names the port that is taken', async () => {
    await using data = await temporary();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, lines } = await complaint(['serve', '--port', String(port), '--data', data.path]);
    other.close();
    expect(code).toBe(1);
    expect(lines.filter((line) => line.includes(`Cannot listen on 127.0.0.1:${port}`))).toHaveLength(1);
  });

  it('names the data folder that is a file', async () => {
    await using folder = await temporary();
    const path = join(folder.path, 'data');
    await writeFile(path, 'not a folder');
    const { code, lines } = await complaint(['serve', '--port', '0', '--data', path]);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain(path);
  });

  it('names the database that is none', async () => {
    await using folder = await temporary();
    await writeFile(
      join(folder.path, 'hearback.db'),
      'this is no database, and it is longer than a header of one hundred bytes, which SQLite reads first of all',
    );
    const { code, lines } = await complaint(['list', '--data', folder.path]);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('hearback.db');
  });

  it('names the folder that cannot be made', async () => {
    // Also for root, who can write where others cannot.
    const { code, lines } = await complaint(['serve', '--port', '0', '--data', '/dev/null/data']);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('/dev/null/data');
  });

  it('does not make a store of a folder that was named by mistake', async () => {
    await using folder = await temporary();
    const { code, lines } = await complaint(['list', '--data', join(folder.path, 'typo')]);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining('There are no Hearback data in')]);
  });

  it.each(['AAAAAAAAAAAAAAAAAAAAAA', 'short'])('names the status URL that is not there: %s', async (id) => {
    await using folder = await temporary();
    await hearback(['send', '--resume', '--data', folder.path]);
    const url = `https://hear.example/status/${id}`;
    const { code, lines } = await complaint(['trace', url, '--data', folder.path]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringContaining(`There is no mention, delivery or refusal with the status URL ${url}: it is of another`),
    ]);
  });

  it('names the mention that is not there', async () => {
    await using folder = await temporary();
    await hearback(['send', '--resume', '--data', folder.path]);
    const { code, lines } = await complaint(['trace', 'AAAAAAAAAAAAAAAAAAAAAA', '--data', folder.path]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringContaining('There is no mention, delivery or refusal with the id AAAAAAAAAAAAAAAAAAAAAA'),
    ]);
  });
});
