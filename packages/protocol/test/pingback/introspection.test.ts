import { describe, expect, it } from 'vitest';
import { callXml, send, TARGET } from '../support/receiving.ts';

const strings = (text: string): string[] =>
  [...text.matchAll(/<string>(.*?)<\/string>/g)].map((match) => match[1] ?? '');

describe('introspection', () => {
  it('IN-01, IN-03 listMethods', async () => {
    const answer = await send('<methodCall><methodName>system.listMethods</methodName></methodCall>');
    expect(strings(answer.text).sort()).toEqual([
      'pingback.extensions.getPingbacks',
      'pingback.ping',
      'system.getCapabilities',
      'system.listMethods',
      'system.methodHelp',
      'system.methodSignature',
    ]);
  });

  it('IN-03 the signature of pingback.ping', async () => {
    const answer = await send(callXml('system.methodSignature', 'pingback.ping'));
    const inner = '<value><string>string</string></value>'.repeat(3);
    expect(answer.text).toContain(
      `<value><array><data><value><array><data>${inner}</data></array></value></data></array></value>`,
    );
  });

  it('IN-01 every listed method has a signature and help', async () => {
    const methods = strings((await send(callXml('system.listMethods'))).text);
    expect(methods.length).toBeGreaterThan(0);
    for (const method of methods) {
      for (const about of ['system.methodSignature', 'system.methodHelp']) {
        const answer = await send(callXml(about, method));
        expect([method, about, answer.fault]).toEqual([method, about, undefined]);
      }
    }
  });

  it('IN-02 getCapabilities', async () => {
    const { text } = await send(callXml('system.getCapabilities'));
    expect(text).toContain('<name>faults_interop</name>');
    expect(text).toContain('<name>specVersion</name><value><int>20010516</int></value>');
    expect(text).not.toContain('multicall');
  });

  it.each([
    ['system.methodHelp', ['no.such'], -32601],
    ['system.methodSignature', ['__proto__'], -32601],
    ['system.methodHelp', [], -32602],
    ['system.methodSignature', ['<int>1</int>'], -32602],
    ['system.listMethods', ['x'], -32602],
    ['system.multicall', ['<array><data/></array>'], -32601],
  ] as const)('%s(%j): %i', async (method, params, code) => {
    expect((await send(callXml(method, ...params))).fault).toBe(code);
  });
});

describe('IN-04 pingback.extensions.getPingbacks', () => {
  const ask = (found: readonly string[] | undefined, ...params: string[]) =>
    send(callXml('pingback.extensions.getPingbacks', ...params), {}, undefined, { pingbacks: async () => found });

  it('lists the sources', async () => {
    const { text } = await ask(['http://a/?b&c', 'http://d/'], TARGET);
    const values = '<value><string>http://a/?b&amp;c</string></value><value><string>http://d/</string></value>';
    expect(text).toContain(`<params><param><value><array><data>${values}</data></array></value></param></params>`);
  });

  it('answers an empty array, 33 and −32602', async () => {
    expect((await ask([], TARGET)).text).toContain('<array><data></data></array>');
    expect((await ask(undefined, TARGET)).fault).toBe(33);
    expect((await ask([], 'nonsense')).fault).toBe(-32602);
    expect((await ask([])).fault).toBe(-32602);
    expect((await ask([], TARGET, TARGET)).fault).toBe(-32602);
  });
});
