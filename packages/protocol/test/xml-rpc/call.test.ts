import { describe, expect, it } from 'vitest';
import { readCall } from '../../src/xml-rpc/call.ts';
import { callXml, pingXml, SOURCE, TARGET, utf8 } from '../support/receiving.ts';

const PROLOG = '<?xml version="1.0"?>';
const nested = (depth: number): string =>
  '<value><array><data>'.repeat(depth) + '</data></array></value>'.repeat(depth);

/** Id, body, the texts of the parameters that come out. */
const READ: readonly [string, string, readonly string[]][] = [
  ['XR-03 no params', '<methodCall><methodName>m</methodName></methodCall>', []],
  ['XR-03 empty params', callXml('m'), []],
  ['XR-04 untyped', callXml('m', 'a b'), ['a b']],
  ['XR-04 string', callXml('m', '<string>a</string>'), ['a']],
  ['XR-07 references', callXml('m', '&lt;&amp;&gt;&quot;&apos;&#233;&#x1F600;'), ['<&>"\'é😀']],
  ['XR-07 CDATA', callXml('m', '<string><![CDATA[http://a/?b=1&c=<]]></string>'), ['http://a/?b=1&c=<']],
  ['CDATA between text', callXml('m', 'a<![CDATA[&]]>b<!-- c -->d'), ['a&bd']],
  ['XR-14 leading blanks', `\r\n \t${PROLOG}${pingXml()}`, [SOURCE, TARGET]],
  ['XR-15 mark', `\uFEFF${PROLOG}${pingXml()}`, [SOURCE, TARGET]],
  ['XR-15 blanks then mark', ` \n\uFEFF${PROLOG}${pingXml()}`, [SOURCE, TARGET]],
  ['XR-15 trailing blanks and NULs', `${pingXml()}\n\0\0 \0`, [SOURCE, TARGET]],
  ['XR-15 trailing comment', `${pingXml()}<!-- bye -->`, [SOURCE, TARGET]],
  ['XR-19 bare &', pingXml('http://a/?a=1&b=2', 'http://b/?x&y=&z'), ['http://a/?a=1&b=2', 'http://b/?x&y=&z']],
  ['XR-19 bare & beside references', pingXml('http://a/?a&amp;b&c&#38;d', TARGET), ['http://a/?a&b&c&d', TARGET]],
  ['XR-19 bare & in string', callXml('m', '<string>a&b</string>'), ['a&b']],
  ['XR-21 empty value', callXml('m', '', 'x'), ['', 'x']],
  [
    'XR-21 self-closed',
    '<methodCall><methodName>m</methodName><params><param><value/></param></params></methodCall>',
    [''],
  ],
  ['XR-21 empty string', callXml('m', '<string/>', '<string></string>'), ['', '']],
  ['DV-16 layout', pingXml().replaceAll('><', '>\r\n\t<'), [SOURCE, TARGET]],
  ['blanks around the name', callXml(' \n pingback.ping\t', 'x'), ['x']],
  ['nothing is coerced', callXml('m', '1e5', '<string>0x10</string>'), ['1e5', '0x10']],
];

/** Id, body, fault code. */
const REFUSED: readonly [string, string, number][] = [
  ['billion laughs', `<!DOCTYPE a [<!ENTITY i "x"><!ENTITY j "&i;&i;">]>${pingXml('&j;')}`, -32700],
  ['external entity', `<!DOCTYPE a [<!ENTITY i SYSTEM "file:///etc/passwd">]>${pingXml('&i;')}`, -32700],
  ['external subset', `<!DOCTYPE m SYSTEM "http://canary.example/x.dtd">${pingXml()}`, -32700],
  ['XR-18 lone DOCTYPE', `<!DOCTYPE methodCall>${pingXml()}`, -32700],
  ['XR-18 undeclared entity', pingXml('&i;'), -32700],
  ['XR-18 undeclared entity beside a bare &', pingXml('&i;&x=1'), -32700],
  ['NUL reference', pingXml('http://a/&#0;'), -32700],
  ['control reference', pingXml('http://a/&#x1F;'), -32700],
  ['control reference in XML 1.1', `<?xml version="1.1"?>${pingXml('http://a/&#x1F;')}`, -32700],
  ['NUL', pingXml('http://a/\0b'), -32700],
  ['noncharacter', pingXml('&#xFFFE;'), -32700],
  ['depth', callXml('m', nested(6)), -32700],
  ['depth, unclosed', '<value><array><data>'.repeat(300), -32700],
  ['elements', callXml('m', `<array><data>${'<value><i4/></value>'.repeat(40)}</data></array>`), -32600],
  ['flood', `<methodCall>${'<i4/>'.repeat(2000)}`, -32600],
  ['attribute', pingXml().replace('<methodCall>', '<methodCall a="1">'), -32600],
  ['duplicate attribute', pingXml().replace('<methodCall>', '<methodCall a="1" a="2">'), -32600],
  ['namespace', '<x:methodCall xmlns:x="urn:x"/>', -32600],
  ['XR-13 prefix', pingXml().replaceAll('methodCall', 'x:methodCall'), -32600],
  ['XR-13 upper case', pingXml().replaceAll('methodCall', 'METHODCALL'), -32600],
  ['processing instruction', `<?xml-stylesheet href="http://canary.example/"?>${pingXml()}`, -32700],
  ['processing instruction inside', callXml('m', '<?php echo 1 ?>'), -32700],
  ['two names', pingXml().replace('<params>', '<methodName>x</methodName><params>'), -32600],
  ['two params', pingXml().replace('</methodCall>', '<params></params></methodCall>'), -32600],
  ['two roots', pingXml() + pingXml(), -32700],
  ['text after the root', `${pingXml()}junk`, -32700],
  ['XR-02 name characters', callXml("');phpinfo();/*"), -32600],
  ['XR-02 empty name', callXml(''), -32600],
  ['XR-02 no name', '<methodCall><params></params></methodCall>', -32600],
  ['XR-02 other root', '<methodResponse><params/></methodResponse>', -32600],
  ['XR-04 two types in a value', callXml('m', '<string>a</string><string>b</string>'), -32600],
  ['XR-04 text beside a type', callXml('m', 'a<string>b</string>'), -32600],
  ['XR-04 element in a string', callXml('m', '<string><b>a</b></string>'), -32600],
  ['XR-04 unknown type', callXml('m', '<url>a</url>'), -32600],
  ['text between params', pingXml().replace('</param>', '</param>x'), -32600],
  ['param without value', '<methodCall><methodName>m</methodName><params><param/></params></methodCall>', -32600],
  ['XR-19 bare & elsewhere', callXml('a&b', 'x'), -32700],
  ['cut', pingXml().slice(0, -5), -32700],
  ['empty', '', -32700],
  ['blank', ' \n', -32700],
  ['JSON', '{"source":"x"}', -32700],
  ['comment before the declaration', `<!-- x -->${PROLOG}${pingXml()}`, -32700],
];

describe('readCall', () => {
  it.each(READ)('%s', (_, body, texts) => {
    const reading = readCall(utf8(body), undefined);
    expect(reading).toMatchObject({ ok: true });
    if (!reading.ok) return;
    expect(reading.call.params.map((value) => value.text)).toEqual(texts);
  });

  it.each(REFUSED)('%s', (_, body, code) => {
    expect(readCall(utf8(body), undefined)).toMatchObject({ ok: false, fault: { code } });
  });

  it('knows every type of XML-RPC and its common extensions (XR-04, XR-13)', () => {
    const types = ['int', 'i4', 'i8', 'boolean', 'double', 'dateTime.iso8601', 'array', 'struct', 'nil', 'ex:nil'];
    const values = types.flatMap((type) => [`<${type}>1</${type}>`, `<${type}/>`]);
    const reading = readCall(utf8(callXml('m', ...values.slice(0, 10), '<base64>YQ==</base64>')), undefined);
    const rest = readCall(utf8(callXml('m', ...values.slice(10), nested(1).slice(7, -8))), undefined);
    const other = Array(10).fill({ type: 'other', text: '' });
    expect(reading.ok && reading.call.params).toEqual([...other, { type: 'base64', text: 'YQ==' }]);
    expect(rest.ok && rest.call.params).toEqual([...other, { type: 'other', text: '' }]);
  });

  it('keeps depth 16 and 64 elements, and refuses one more of each', () => {
    const deep = (levels: number): string => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
    const wide = (elements: number): string => `<a>${'<b/>'.repeat(elements - 1)}</a>`;
    const code = (body: string): number | undefined => {
      const reading = readCall(utf8(body), undefined);
      return reading.ok ? undefined : reading.fault.code;
    };
    expect([code(deep(16)), code(deep(17))]).toEqual([-32600, -32700]);
    const call = (fill: number): string => callXml('m', `<array><data>${'<value/>'.repeat(fill)}</data></array>`);
    expect([code(call(57)), code(call(58)), code(wide(65))]).toEqual([undefined, -32600, -32600]);
  });
});
