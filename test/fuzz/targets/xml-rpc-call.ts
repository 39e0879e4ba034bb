import { createReceiver, FAULT, parseUrl } from '../../../packages/protocol/src/index.ts';
import { readCall } from '../../../packages/protocol/src/xml-rpc/call.ts';
import { writeCall } from '../../../packages/protocol/src/xml-rpc/write.ts';
import { knownReplies, receiving } from '../receiving.ts';
import { must, type Target, textOf } from '../target.ts';

const PING =
  '<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value><string>https://bob.example/1</string></value></param><param><value>https://alice.example/post</value></param></params></methodCall>';
const replies = knownReplies(40);

export const xmlRpcCall: Target = {
  name: 'xml-rpc-call',
  oracles: [
    'HTTP 200 with well-formed XML, ASCII, of one of few texts: nothing of a request comes back',
    'what is accepted has two usable URLs, and written again it is read as the same call',
    'the inbox is asked once at most',
    'a body in pieces is answered like a whole one',
  ],
  maxBytes: 16 * 1024,
  seeds: [
    PING,
    PING.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>\n'),
    '<methodCall><methodName>system.listMethods</methodName></methodCall>',
    '<methodCall><methodName>system.methodHelp</methodName><params><param><value>pingback.ping</value></param></params></methodCall>',
    '<methodCall><methodName>system.getCapabilities</methodName><params/></methodCall>',
    '<methodCall><methodName>pingback.extensions.getPingbacks</methodName><params><param><value><base64>aHR0cHM6Ly9hbGljZS5leGFtcGxlLw==</base64></value></param></params></methodCall>',
    '<!DOCTYPE a [<!ENTITY b "c">]><methodCall>&b;</methodCall>',
    PING.replace('bob.example/1', 'bob.example/?a=1&b=2'),
  ],
  tokens: [
    ...['methodCall', 'methodName', 'params', 'param', 'value', 'string', 'base64', 'int', 'i4', 'double', 'boolean'],
    ...[
      '<methodCall>',
      '</methodCall>',
      '<methodName>',
      '</methodName>',
      '<params>',
      '</params>',
      '<param>',
      '</param>',
    ],
    ...['<value>', '</value>', '<string>', '</string>', '<array><data>', '</data></array>', '<struct><member><name>'],
    ...['<![CDATA[', ']]>', '<!--', '-->', '<?x ?>', '<?xml version="1.0" encoding="', 'utf-8', 'windows-1252', '"?>'],
    ...['&amp;', '&#65;', '&#x41;', '&#0;', '&nbsp;', '&', ' xmlns="x"', ' a="b"', '/>', 'https://', 'pingback.ping'],
    ...['system.multicall', '\ufeff', 'https://bob.example/1', '<!DOCTYPE a>', 'ä', '\u{1f468}'],
  ],
  read: (input) => readCall(input, undefined),
  async check(input) {
    const { receiver, heard } = receiving(createReceiver);
    const headers = { 'content-type': 'text/xml' };
    const reply = await receiver.receive({ method: 'POST', headers, body: input, caller: {} });
    const text = textOf(reply.body);
    must(reply.status === 200, 'every call is answered with HTTP 200');
    must(
      /^<\?xml version="1.0"\?><methodResponse>[\n -~]*<\/methodResponse>$/.test(text),
      'the reply is ASCII in a methodResponse',
    );
    replies.mustKnow(text);
    must(heard.length <= 1, 'the inbox is asked once at most');
    const reading = readCall(input, undefined);
    if (!reading.ok) {
      must(Object.values(FAULT).includes(reading.fault.code as 0), 'the fault has a code of its own');
      return;
    }
    for (const { source, target } of heard) {
      for (const url of [source, target])
        must(parseUrl(url).ok && /^[!-~]+$/.test(url), 'what is accepted are usable URLs in ASCII');
      const again = receiving(createReceiver);
      const body = writeCall('pingback.ping', [source, target]);
      await again.receiver.receive({ method: 'POST', headers, body, caller: {} });
      must(
        JSON.stringify(again.heard) === JSON.stringify([{ protocol: 'pingback', source, target }]),
        'a call written again is the same call',
      );
    }
    await replies.mustBeSameInPieces(createReceiver, 'text/xml', input, text);
  },
};
