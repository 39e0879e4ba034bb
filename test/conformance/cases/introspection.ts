import { expect } from 'vitest';
import { POST } from '../house.ts';
import { callOf, type Exchange, faulty, xmlPost } from './exchange.ts';

/** A call that is answered with a value of any type. */
function told(name: string, body: string, ...texts: string[]): Exchange {
  return {
    name,
    call: xmlPost(body),
    status: 200,
    also({ text }) {
      for (const part of texts) expect(text).toContain(part);
    },
  };
}

/** A fault in the words that clients compare. */
function worded(name: string, body: string, fault: number, words: string): Exchange {
  return { ...faulty(name, body, fault), also: ({ text }) => expect(text).toContain(`<string>${words}`) };
}

const STRING = '<value><string>string</string></value>';
const pings = (count: number) =>
  `<array><data>${`<value><struct><member><name>methodName</name><value>pingback.ping</value></member></struct></value>`.repeat(count)}</data></array>`;

/** Methods about methods. */
export const INTROSPECTION_CASES: readonly Exchange[] = [
  told('IN-01 listMethods', callOf('system.listMethods'), '<array>', 'system.methodHelp'),
  told('IN-03 listMethods names the ping', callOf('system.listMethods'), '<string>pingback.ping</string>'),
  told('IN-01 methodHelp', callOf('system.methodHelp', 'pingback.ping'), '<string>'),
  told('IN-01 IN-03 methodSignature', callOf('system.methodSignature', 'pingback.ping'), STRING.repeat(3)),
  faulty('IN-01 a method that is none', callOf('system.methodHelp', 'a.b'), -32601),
  told('IN-02 getCapabilities', callOf('system.getCapabilities'), 'faults_interop', '<int>20010516</int>', 'specUrl'),
  told('IN-04 getPingbacks', callOf('pingback.extensions.getPingbacks', POST), 'https://public.example/'),
  faulty('IN-04 getPingbacks of a stranger', callOf('pingback.extensions.getPingbacks', 'https://x.example/'), 33),
  told(
    'IN-04 getPingbacks of a page without',
    callOf('pingback.extensions.getPingbacks', `${POST}/12`),
    '<data></data>',
  ),
  faulty('MC-01 MC-02 MC-03 MC-04 MC-07 multicall does not exist', callOf('system.multicall', pings(2)), -32601),
  faulty('MC-04 the probe with an empty list', callOf('system.multicall', pings(0)), -32601),
  faulty(
    'MC-05 multicall within multicall',
    callOf('system.multicall', pings(1).replace('pingback.ping', 'system.multicall')),
    -32601,
  ),
  worded('FC-05 not well formed', '<methodCall>', -32700, 'parse error. not well formed'),
  worded('FC-05 no such method', callOf('no.such'), -32601, 'server error. requested method '),
];
