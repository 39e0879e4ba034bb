import { describe, expect, it } from 'vitest';
import { replyFlaw } from '../../src/xml-rpc/flaw.ts';

const reply = (content: string, declaration = '<?xml version="1.0"?>') =>
  `${declaration}<methodResponse>${content}</methodResponse>`;
const thanks = (text: string) => `<params><param><value><string>${text}</string></value></param></params>`;
const GOOD = reply(thanks('Thanks.'));
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`;

describe('what strict clients hold against a reply', () => {
  it.each<[string, string | undefined]>([
    [GOOD, undefined],
    [`\r\n${GOOD}\n<!-- 0.1 s -->\n`, undefined],
    [`\ufeff${GOOD}`, undefined],
    [reply(thanks('a &amp; b'), ''), undefined],
    [reply(thanks('<![CDATA[a & b]]>')), undefined],
    [reply('<fault><value><int>0</int></value></fault>'), undefined],
    [reply('<params><param><value><string xml:lang="en">x</string></value></param></params>'), undefined],
    [reply(thanks('Tom & Jerry')), '“&” has to be written with “&amp;”'],
    [reply(thanks('<![CDATA[a & b]]>/?a=1&b=2')), '“&b=2” has to be written with “&amp;”'],
    [reply(thanks('a&nbsp;b')), 'it has an entity that XML does not know'],
    [`${GOOD}<div>ad</div>`, 'there is something after its end'],
    [`${GOOD}Bye.`, 'there is something after its end'],
    [reply(thanks('x').replace('</string>', '</str>')), 'a tag is closed that is not the open one'],
    [GOOD.replace('</methodResponse>', ''), 'a tag is not closed'],
    [reply(''), 'it is empty'],
    [reply('<p>Hi</p>'), 'it has something other than params or a fault'],
    [reply('<params></params>'), 'its params has no value'],
    [reply('<fault></fault>'), 'its fault has no value'],
    ['<html></html>', 'it is no methodResponse'],
    ['', 'it has no element'],
    [`<!DOCTYPE methodResponse>${reply(thanks('x'), '')}`, 'it has a DOCTYPE'],
    [reply(thanks('x'), declared('UTF-16')), 'it is declared as UTF-16 and is not'],
    [reply(thanks('x'), declared('klingon')), 'it is declared as klingon, which is no encoding'],
  ])('%s: %s', (text, flaw) => {
    expect(replyFlaw(new TextEncoder().encode(text), undefined)).toBe(flaw);
  });

  it('believes the declaration, then HTTP, then nothing but UTF-8', () => {
    const bytes = (text: string) => Buffer.from(text, 'latin1');
    expect(replyFlaw(bytes(reply(thanks('reçu'))), undefined)).toBe('it has bytes that are no utf-8');
    expect(replyFlaw(bytes(reply(thanks('reçu'))), 'iso-8859-1')).toBeUndefined();
    expect(replyFlaw(bytes(reply(thanks('reçu'), declared('ISO-8859-1'))), undefined)).toBeUndefined();
    expect(replyFlaw(bytes(reply(thanks('reçu'), declared('UTF-8'))), 'iso-8859-1')).toBe(
      'it has bytes that are no UTF-8',
    );
  });
});
