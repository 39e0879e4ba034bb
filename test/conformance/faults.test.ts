import { createReceiver, type Decision, FAULT, faultClass, type RefusedBecause } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { pingOf } from './cases/exchange.ts';

/** The reply to a ping whose inbox decides so. */
async function answerTo(decision: Decision): Promise<string> {
  const receiver = createReceiver({ accept: async () => decision, pingbacks: async () => [] });
  const request = new Request('https://hear.example/xmlrpc', {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: pingOf(),
  });
  return (await receiver.fetch(request)).text();
}

describe('decisions of an inbox as faults', () => {
  it.each<[string, RefusedBecause, number]>([
    ['PB-F00', 'self', 0],
    ['PB-F16', 'source-invalid', 16],
    ['PB-F16', 'source-missing', 16],
    ['PB-F17', 'no-link', 17],
    ['PB-F32', 'target-missing', 32],
    ['PB-F33', 'target-unusable', 33],
    ['PB-F49', 'denied', 49],
  ])('%s %s is %i', async (_, because, code) => {
    expect(await answerTo({ outcome: 'refused', because })).toContain(
      `<name>faultCode</name><value><int>${code}</int>`,
    );
  });

  it('PB-F48 DV-44 DV-45 registered is 48, typed int, in an element of the name that clients look for', async () => {
    const text = await answerTo({ outcome: 'registered', statusUrl: 'https://hear.example/status/x' });
    expect(text).toContain('<fault><value><struct><member><name>faultCode</name><value><int>48</int></value></member>');
  });
});

describe('whom a fault is about', () => {
  it.each([
    [FAULT.sourceMissing, 'source'],
    [FAULT.noLink, 'source'],
    [FAULT.targetMissing, 'target'],
    [FAULT.targetUnusable, 'target'],
    [FAULT.alreadyRegistered, 'other'],
    [FAULT.accessDenied, 'other'],
    [FAULT.upstream, 'other'],
    [FAULT.generic, 'other'],
    [FAULT.notWellFormed, 'other'],
  ])('PB-C07 %i: %s', (code, about) => {
    expect(faultClass(code)).toBe(about);
  });

  it.each([
    [15, 'other'],
    [18, 'source'],
    [31, 'source'],
    [34, 'target'],
    [47, 'target'],
    [63, 'other'],
    [64, 'other'],
    [100, 'other'],
    [201, 'other'],
    [300, 'other'],
  ])('PB-FX1 PB-FX2 %i, which nobody specified: %s', (code, about) => {
    expect(faultClass(code)).toBe(about);
  });
});
