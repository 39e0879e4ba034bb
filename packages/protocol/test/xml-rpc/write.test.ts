import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCall } from '../../src/xml-rpc/call.ts';
import { readReply } from '../../src/xml-rpc/reply.ts';
import { writeCall, writeFault, writeSuccess } from '../../src/xml-rpc/write.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('golden bytes', () => {
  it('PB-C08 request', () => {
    expect(text(writeCall('pingback.ping', ['http://a/?x&y', 'http://b/#c']))).toBe(
      '<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>' +
        '<param><value><string>http://a/?x&amp;y</string></value></param>' +
        '<param><value><string>http://b/#c</string></value></param></params></methodCall>',
    );
  });

  it('PB-S22 success', () => {
    expect(text(writeSuccess('TEXT'))).toBe(
      '<?xml version="1.0"?><methodResponse><params><param><value><string>TEXT</string></value></param></params></methodResponse>',
    );
  });

  it('XR-12 fault', () => {
    expect(text(writeFault({ code: 17, message: 'TEXT' }))).toBe(
      '<?xml version="1.0"?><methodResponse><fault><value><struct>' +
        '<member><name>faultCode</name><value><int>17</int></value></member>' +
        '<member><name>faultString</name><value><string>TEXT</string></value></member>' +
        '</struct></value></fault></methodResponse>',
    );
  });

  it('DV-44 the word fault is in no success, and the URL is still the same', () => {
    const bytes = writeSuccess('https://default.example/FAULT');
    expect(text(bytes)).not.toMatch(/fault/i);
    expect(readReply(bytes, undefined)).toEqual({ kind: 'success', text: 'https://default.example/FAULT' });
  });
});

/** What XML 1.0 can hold; the rest comes back as U+FFFD. */
const xmlText = fc
  .string({ unit: 'binary', maxLength: 60 })
  .filter((candidate) => !/[\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n\r\u007f-\u009f]/u.test(candidate));

describe('properties', () => {
  it('what is written is read back the same, and is ASCII', () => {
    fc.assert(
      fc.property(fc.array(xmlText, { maxLength: 8 }), (params) => {
        const bytes = writeCall('a.b', params);
        expect(bytes.every((byte) => byte < 0x80)).toBe(true);
        const expected = params.map((param) => ({ type: 'string', text: param }));
        expect(readCall(bytes, undefined)).toEqual({ ok: true, call: { method: 'a.b', params: expected } });
      }),
    );
  });

  it('a fault is read back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), xmlText, (code, message) => {
        expect(readReply(writeFault({ code, message }), undefined)).toEqual({
          kind: 'fault',
          code,
          text: message.trim(),
        });
      }),
    );
  });

  it('what XML cannot hold does not make the message ill-formed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (any) => {
          expect(readCall(writeCall('m', [any]), undefined).ok).toBe(true);
        },
      ),
    );
  });
});
