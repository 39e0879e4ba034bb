import fc from 'fast-check';
import { describe, it } from 'vitest';
import { pingXml, SOURCE, send, utf8 } from '../support/receiving.ts';

const SUCCESS =
  /^<\?xml version="1\.0"\?><methodResponse><params><param><value><string>[^<]+<\/string><\/value><\/param><\/params><\/methodResponse>$/;
const FAULT =
  /^<\?xml version="1\.0"\?><methodResponse><fault><value><struct><member><name>faultCode<\/name><value><int>-?\d+<\/int><\/value><\/member><member><name>faultString<\/name><value><string>[^<]+<\/string><\/value><\/member><\/struct><\/value><\/fault><\/methodResponse>$/;

const PIECES = [
  '<methodCall>',
  '</methodCall>',
  '<methodName>',
  '</methodName>',
  'pingback.ping',
  '<params>',
  '</params>',
  '<param>',
  '</param>',
  '<value>',
  '</value>',
  '<string>',
  '</string>',
  SOURCE,
  '&',
  '&amp;',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a>',
  '<?x?>',
  '<base64>',
  '\0',
  '\uFEFF',
  '<!--',
  '-->',
  ' a="b"',
];

/** PB-S01: whatever comes, the reply is exactly one string or one fault. */
async function isOneStringOrFault(body: Uint8Array | string): Promise<boolean> {
  const answer = await send(body);
  return answer.status === 200 && (SUCCESS.test(answer.text) || FAULT.test(answer.text));
}

describe('the receiver answers anything with one string or one fault', () => {
  it('any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), isOneStringOrFault));
  });

  it('any pieces of a call', async () => {
    const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
    await fc.assert(fc.asyncProperty(soup, isOneStringOrFault));
  });

  it('a call with any text as URL', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), (text) => isOneStringOrFault(pingXml(text))));
  });

  it('a call with one byte changed', async () => {
    const call = utf8(pingXml());
    const changed = fc.tuple(fc.nat({ max: call.length - 1 }), fc.nat({ max: 255 })).map(([at, byte]) => {
      const copy = call.slice();
      copy[at] = byte;
      return copy;
    });
    await fc.assert(fc.asyncProperty(changed, isOneStringOrFault), { numRuns: 300 });
  });
});
