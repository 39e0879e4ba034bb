import { readFileSync } from 'node:fs';
import { readDiscovery } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { LINK_STATES, type Mention, MODERATION_STATES } from '../src/mention.ts';
import {
  type NextStep,
  nextForDelivery,
  nextForMention,
  nextForReason,
  nextForRefusal,
  nextInEnglish,
} from '../src/next-step.ts';

const SRC = new URL('../src/', import.meta.url);

/** Where sentences are made that turn a notification away, or say why a page could not be used or told. */
const FILES = [
  'inbound/screen.ts',
  'inbound/accept.ts',
  'inbound/gate.ts',
  'inbound/bridge.ts',
  'inbound/verification.ts',
  'outbound/sending-off.ts',
  'outbound/withhold.ts',
  'outbound/removed.ts',
  'site-settings.ts',
  'limits/victims.ts',
];

/** Sentences that are half of another one, or good news. */
const OTHERS = [
  'It links to so many other addresses of the site that not all of them were compared with the target.',
  'The source links to the target, X.',
  'The source is the page that had the link: it has not changed (304).',
  'The source is at another address now; it is read there.',
];

/** Texts that are whole sentences; what is put into them stands as X. */
function sentencesIn(file: string): readonly string[] {
  const code = readFileSync(new URL(file, SRC), 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/ .*$/gm, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)+\.)'|`((?:[^`\\]|\\.)+\.)`/g)]
    .map(([, plain, template]) => plain ?? template?.replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, 'X') ?? '')
    .filter((text) => /^[A-Z]/.test(text) && text.includes(' '));
}

const said = (step: NextStep | undefined) => (step === undefined ? '' : nextInEnglish(step));

describe('what to do about a reason', () => {
  const sentences = FILES.flatMap((file) => sentencesIn(file).map((text) => [file, text] as const)).filter(
    ([, text]) => !OTHERS.includes(text),
  );

  it('there are reasons to look at, in each place', () => {
    expect(new Set(sentences.map(([file]) => file)).size).toBe(FILES.length);
    expect(sentences.length).toBeGreaterThan(25);
  });

  it.each(sentences)('%s: %s', (_file, text) => {
    expect(said(nextForReason(text))).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    'h.example is an IP address, and only names are asked, so it was not contacted.',
    'h.example means this machine itself, so it was not contacted.',
    'port 22 of h.example is not one that web pages are on, so it was not contacted.',
    'https://h.example/status/x is a page of this very server, so it was not contacted.',
    'h.example leads to 10.0.0.1, which is private, so it was not contacted.',
    'h.example could not be trusted: its certificate has expired.',
    'h.example could not be looked up (ENOTFOUND).',
    'The endpoint refused the pingback and gave no reason (WordPress never gives one).',
    'The endpoint refused the pingback with fault 17: no link.',
    'The page takes no linkbacks: neither its headers nor its HTML name a Webmention, Pingback or TrackBack endpoint.',
    'The page names a Webmention endpoint and asks robots not to use it.',
    'Reading the page took more than 1000 ms.',
  ])('%s', (text) => {
    expect(said(nextForReason(text))).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['The page answered HTTP 404 and names no endpoint for linkbacks.', 'unsupported', 'deadLink'],
    ['The page answered HTTP 410 and names no endpoint for linkbacks.', 'unsupported', 'deadLink'],
    ['The page answered HTTP 403 and names no endpoint for linkbacks.', 'unsupported', 'keptOut'],
    ['h.example could not be looked up (ENOTFOUND). Given up after 7 tries.', 'failed', 'deadHost'],
    ['h.example has no address. Given up after 7 tries.', 'failed', 'deadHost'],
    ['h.example could not be reached (ECONNREFUSED). Given up after 7 tries.', 'failed', 'deadHost'],
    ['h.example did not answer in time. Given up after 7 tries.', 'failed', 'deadHost'],
    ['h.example could not be reached (ECONNREFUSED). Tried again after 2026-11-26 08:00 UTC.', 'retrying', 'retrying'],
  ] as const)('of a link that leads nowhere: %s', (reason, status, next) => {
    expect(nextForDelivery({ status, reason, endpoint: undefined })).toBe(next);
  });

  it('is what discovery really says of a page that is gone', () => {
    const gone = { ok: true, status: 404, headers: [], body: new Uint8Array(), truncated: false, chain: [] } as const;
    const { reason } = readDiscovery('https://h.example/x', { ...gone, finalUrl: 'https://h.example/x' });
    expect(nextForDelivery({ status: 'unsupported', reason, endpoint: undefined })).toBe('deadLink');
  });

  it('does not blame the link for an endpoint that is elsewhere', () => {
    const reason = 'h.example could not be looked up (ENOTFOUND). Given up after 7 tries.';
    expect(nextForDelivery({ status: 'failed', reason, endpoint: 'https://h.example/xmlrpc' })).toBe('nameServers');
  });

  it('is said for every state of a mention and of a delivery, whatever the words', () => {
    for (const link of LINK_STATES)
      for (const moderation of MODERATION_STATES)
        expect(
          said(nextForMention({ link, moderation } as Mention, 'Something new.')),
          `${link} ${moderation}`,
        ).toMatch(/\.$/);
    for (const status of ['queued', 'delivered', 'refused', 'retrying', 'unsupported', 'skipped', 'failed'] as const)
      expect(said(nextForDelivery({ status, reason: 'Something new.', endpoint: undefined }))).toMatch(/\.$/);
    expect(said(nextForRefusal({ reason: 'Something new.' }))).toMatch(/\.$/);
  });
});
