import { readPingReply } from '../../../packages/protocol/src/pingback/outcome.ts';
import { readReply } from '../../../packages/protocol/src/xml-rpc/reply.ts';
import { writeFault, writeSuccess } from '../../../packages/protocol/src/xml-rpc/write.ts';
import { must, mustBeText, type Target, textOf } from '../target.ts';

const FAULT =
  '<?xml version="1.0"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>17</int></value></member><member><name>faultString</name><value><string>No link</string></value></member></struct></value></fault></methodResponse>';

/** What XML and a trimming reader leave of a text. */
function survives(text: string): boolean {
  return text !== '' && text === text.trim() && text.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(text);
}

export const xmlRpcReply: Target = {
  name: 'xml-rpc-reply',
  oracles: [
    'what is shown of a reply is one line of plain text of at most 500 graphemes',
    'a fault code is a whole number',
    'any text that XML can hold, written as success or fault, is read as it was',
  ],
  maxBytes: 64 * 1024,
  seeds: [
    FAULT,
    '<methodResponse><params><param><value><string>Thanks!</string></value></param></params></methodResponse>',
    '<methodResponse><fault><value><int>48</int></value></fault></methodResponse>',
    '\n\ufeff<?xml version="1.0" encoding="iso-8859-1"?><params><param><value>ok</value></param></params>',
    '<!DOCTYPE html><h1>Welcome</h1>',
    '{"ok":true}',
    'A registered &lt;b&gt;pingback&lt;/b&gt; &amp;amp;#8212; already',
  ],
  tokens: [
    ...['<methodResponse>', '</methodResponse>', '<fault>', '</fault>', '<params>', '<param>', '<value>', '</value>'],
    ...['<struct>', '<member>', '<name>', '</name>', 'faultCode', 'faultString', '<int>', '</int>', '<i4>', '<string>'],
    ...['-32700', '48', '99999999999', '+1', '<array><data>', '<![CDATA[', ']]>', '<!--', '&lt;', '&amp;lt;', '&nbsp;'],
    ...['&#x202e;', '&#0;', '&bogus;', '<!DOCTYPE', '<?xml version="1.0" encoding="', 'utf-16', '"?>', '<base64>'],
  ],
  read: (input) => readReply(input, undefined),
  check(input) {
    const headers = [['content-type', 'text/xml']] as const;
    const reply = {
      ok: true,
      status: 200,
      finalUrl: 'https://b.example/',
      headers,
      body: input,
      truncated: false,
      chain: [],
    } as const;
    const outcome = readPingReply(reply);
    mustBeText(outcome.reason, 1_000, 'the reason');
    if ('message' in outcome) mustBeText(outcome.message, 500, 'the message');
    if ('fault' in outcome && outcome.fault !== undefined)
      must(Number.isSafeInteger(outcome.fault), 'a fault code is a whole number');

    const text = textOf(input).slice(0, 200);
    if (!survives(text)) return;
    const success = readReply(writeSuccess(text), undefined);
    must(success.kind === 'success' && success.text === text, 'a text written as success is read as it was');
    const fault = readReply(writeFault({ code: 17, message: text }), undefined);
    must(
      fault.kind === 'fault' && fault.code === 17 && fault.text === text,
      'a text written as fault is read as it was',
    );
  },
};
