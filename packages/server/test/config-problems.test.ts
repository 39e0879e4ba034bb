import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configLayers } from '../src/cli/layers.ts';
import { readConfig } from '../src/config.ts';

function problems(raw: Record<string, unknown>): string {
  try {
    readConfig(raw, () => undefined);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no problem';
}

describe('problems of a configuration', () => {
  it('say in which site an unknown setting stands', () => {
    const text = problems({ sites: ['https://a.example', { url: 'https://b.example', recieve: false, keep: 1 }] });
    expect(text).toContain('sites[1].recieve: no such setting');
    expect(text).toContain('sites[1].keep: no such setting');
    expect(text).not.toContain(', keep');
  });

  it('name the setting that was meant, where the words are those of a flag or a variable', () => {
    const text = problems({ site: 'https://a.example', 'public-url': 'https://h.example', allow_network: [] });
    expect(text).toContain('site: no such setting; there is "sites"');
    expect(text).toContain('public-url: no such setting; there is "publicUrl"');
    expect(text).toContain('allow_network: no such setting; there is "allowNetwork"');
  });

  it('are sentences of ours for what is missing, empty or of another kind', () => {
    const text = problems({
      sites: [{}, 5, { url: 'https://a.example', send: 'yes', name: '' }],
      allowNetwork: 7,
      smtp: { port: 25 },
    });
    expect(text).toContain('sites[0].url (HEARBACK_SITE, --site): is missing');
    expect(text).toContain('sites[1] (HEARBACK_SITE, --site): must be an object');
    expect(text).toContain('sites[2].send (HEARBACK_SITE, --site): must be true or false');
    expect(text).toContain('sites[2].name (HEARBACK_SITE, --site): must not be empty');
    expect(text).toContain('allowNetwork (HEARBACK_ALLOW_NETWORK, --allow-network): must be a list');
    expect(text).not.toMatch(/Invalid|expected|received/);
  });

  it.each(['https://a.example/?x=1', 'https://a.example/blog/#top', 'https://a.example/?'])(
    'are said of %s as the address of a site or of the server',
    (address) => {
      const text = problems({ sites: [address, { url: 'ftp://a.example' }], publicUrl: address });
      const sentence = `"${address}" has a query or a fragment, and everything lies below it: leave that off`;
      expect(text).toContain(`sites[0].url (HEARBACK_SITE, --site): ${sentence}`);
      expect(text).toContain(`publicUrl (HEARBACK_PUBLIC_URL, --public-url): ${sentence}`);
      expect(text.match(/ftp:/g)).toHaveLength(1);
    },
  );
});

it('a file of the configuration may begin with the mark that editors on Windows put there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-test-'));
  try {
    const file = join(folder, 'hearback.json');
    writeFileSync(file, '\uFEFF{"port": 1}');
    expect(configLayers({ config: file }, {})).toEqual({ port: 1 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
