import { type AttackCase, different, type Expectation, type Group, row } from '../lib/case.ts';
import { calling, methodCall, param, pingBody, TARGET, xmlCall } from '../lib/requests.ts';

const SOURCE = 'http://source.test/';
const PING = pingBody(SOURCE);
const CANARY = 'http://canary.test/x.dtd';

/** A call that is answered with a fault, and after which nothing was looked up, fetched or kept. */
function faulty(title: string, body: string | Uint8Array, fault: number, more: Expectation = {}): AttackCase {
  return {
    title,
    deed: { call: xmlCall(body) },
    expect: { ...more, reply: { status: 200, fault, lacks: ['root:', 'canary'], ...more.reply }, asked: [] },
  };
}

/** A call that is fine in spite of its looks. */
function fine(title: string, body: string | Uint8Array): AttackCase {
  return { title, alone: true, deed: { call: xmlCall(body) }, expect: { reply: { means: 'accepted' }, rows: 1 } };
}

/** With a document type in front, and `&i;` where the source was. */
function withType(doctype: string, reference = '&i;'): string {
  return `<?xml version="1.0"?>${doctype}${methodCall('pingback.ping', param(reference) + param(TARGET)).slice(21)}`;
}

const LAUGHS = withType(
  `<!DOCTYPE m [<!ENTITY a "ha">${'abcdefgh'
    .split('')
    .map((name, at) => `<!ENTITY ${'bcdefghi'[at]} "${`&${name};`.repeat(10)}">`)
    .join('')}]>`,
);

function declared(encoding: string, body: string | Uint8Array = PING): Uint8Array {
  const rest = Buffer.from(body as string).subarray('<?xml version="1.0"?>'.length);
  return Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), rest]);
}

function wide(text: string, big = false): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

const nest = (depth: number, closed: boolean) =>
  methodCall(
    'pingback.ping',
    `<param>${'<value><array><data>'.repeat(depth)}${closed ? '</data></array></value>'.repeat(depth) : ''}`,
  );
const multicall = (call: string, times: number) =>
  methodCall('system.multicall', `<param><value><array><data>${call.repeat(times)}</data></array></value></param>`);
const INNER = `<value><struct><member><name>methodName</name><value>pingback.ping</value></member></struct></value>`;
const LOGIN = `<value><struct><member><name>methodName</name><value>wp.getUsersBlogs</value></member><member><name>params</name><value><array><data><value>admin</value><value>secret</value></data></array></value></member></struct></value>`;

export const group: Group = {
  letter: 'A',
  title: 'XML-RPC endpoint',
  rows: [
    row('1', 0, 'billion laughs', [faulty('nine entities', LAUGHS, -32700, { lagMs: 20, rssMb: 8 })]),
    row('2', 0, 'quadratic blow-up', [
      faulty(
        'one entity, 2,000 times',
        withType(`<!DOCTYPE m [<!ENTITY i "${'x'.repeat(4000)}">]>`, '&i;'.repeat(2000)),
        -32700,
        { rssMb: 8 },
      ),
      {
        title: '200 kB',
        deed: { call: xmlCall(withType(`<!DOCTYPE m [<!ENTITY i "${'x'.repeat(50_000)}">]>`, '&i;'.repeat(50_000))) },
        expect: { reply: { status: 413 }, rssMb: 8 },
      },
    ]),
    row('3', 0, 'external entity: a file', [
      faulty('in the target', withType('<!DOCTYPE m [<!ENTITY i SYSTEM "file:///etc/passwd">]>'), -32700),
      faulty('public', withType('<!DOCTYPE m [<!ENTITY i PUBLIC "x" "file:///etc/passwd">]>'), -32700),
    ]),
    row('4', 0, 'external entity: the network, parameter entities', [
      faulty('external subset', withType(`<!DOCTYPE m SYSTEM "${CANARY}">`, SOURCE), -32700),
      faulty('parameter entity', withType(`<!DOCTYPE m [<!ENTITY % p SYSTEM "${CANARY}"> %p;]>`, SOURCE), -32700),
      faulty('bare', withType('<!DOCTYPE m>', SOURCE), -32700),
      faulty('in lower case', withType('<!doctype m>', SOURCE), -32700),
      faulty('an entity that nobody declared', methodCall('pingback.ping', param('&nbsp;') + param(TARGET)), -32700),
    ]),
    row('6', 0, 'UTF-16, to pass a scan of bytes', [
      faulty('little endian', wide(LAUGHS), -32701),
      faulty('big endian', wide(LAUGHS, true), -32701),
      faulty('without a mark', wide(LAUGHS).subarray(2), -32701),
    ]),
    row('7', 1, 'UTF-16 by its own word only', [
      faulty('a spammer', `<?xml version="1.0" encoding="utf-16" standalone="yes"?>${PING.slice(21)}`, -32701, {
        log: { atMost: 1 },
      }),
    ]),
    row('8', 1, 'other encodings', [
      ...['utf-7', 'utf-32', 'ebcdic-cp-us', 'iso-2022-kr', 'hz-gb-2312', 'x-user-defined', 'x'.repeat(40)].map(
        (name) => faulty(name.slice(0, 20), declared(name), -32701),
      ),
      ...['', 'x'.repeat(300), '<', 'utf-8 utf-7'].map((name) => ({
        ...faulty(`"${name.slice(0, 20)}"`, declared(name), 0),
        expect: { reply: { status: 200, holds: [/-3270[01]/] }, asked: [] },
      })),
      ...['utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252'].map((name) => fine(name, declared(name))),
    ]),
    row('10', 1, 'characters that XML does not have', [
      ...['&#0;', '&#x1F;', '&#xFFFE;', '&#xD800;', '&#x110000;', '&#99999999999;'].map((reference) =>
        faulty(reference, methodCall('pingback.ping', param(SOURCE + reference) + param(TARGET)), -32700),
      ),
      ...['\0', '\x1b', '\ufffe'].map((raw) => ({
        ...faulty(`raw ${JSON.stringify(raw)}`, methodCall('pingback.ping', param(SOURCE + raw) + param(TARGET)), 0),
        expect: { reply: { status: 200, holds: [/-3270[02]/] }, asked: [] },
      })),
      faulty(
        'bytes that are no UTF-8',
        declared('utf-8', Buffer.from(PING.replace('source', 's\xff'), 'latin1')),
        -32702,
      ),
    ]),
    row('11', 0, 'depth bomb', [
      faulty('800 deep, unclosed', nest(780, false), -32700, { lagMs: 50 }),
      faulty('300 deep, closed', nest(300, true), -32700, { lagMs: 50 }),
      faulty('17 deep', nest(5, true), -32700),
    ]),
    row('12', 1, 'element flood', [
      faulty('3,000 empty elements', methodCall('pingback.ping', '<i4/>'.repeat(3000)), -32600),
      faulty('1,000 parameters', methodCall('pingback.ping', '<param/>'.repeat(1000)), -32600),
    ]),
    row('13', 1, 'attributes and namespaces', [
      faulty(
        '1,000 attributes',
        PING.replace('<methodCall', `<methodCall ${Array.from({ length: 1000 }, (_, at) => `a${at}=""`).join(' ')}`),
        -32600,
      ),
      faulty('one', PING.replace('<value>', '<value type="x">'), -32600),
      {
        ...faulty('twice the same', PING.replace('<methodCall', '<methodCall a="" a=""'), 0),
        expect: { reply: { status: 200, holds: [/-32[67]00/] }, asked: [] },
      },
      faulty('a namespace', PING.replaceAll('methodCall', 'x:methodCall').replace('all>', 'all xmlns:x="y">'), -32600),
    ]),
    row('14', 1, 'instructions and comments', [
      faulty('a stylesheet', PING.replace('?>', `?><?xml-stylesheet href="${CANARY}"?>`), -32700),
      fine('a comment of 10 kB', PING.replace('<string>', `<!--${'x'.repeat(10_000)}--><string>`)),
      faulty('a second declaration', PING.replace('?>', '?><?xml version="1.0"?>'), -32700),
    ]),
    row('15', 2, 'CDATA and character references', [
      fine('CDATA', PING.replace(SOURCE, `<![CDATA[${SOURCE}]]>`)),
      fine('references', PING.replace('http', '&#104;ttp')),
      faulty('what they hide is judged', PING.replace(SOURCE, '<![CDATA[javascript:alert(1)]]>'), -32602),
      faulty('a scheme by references', PING.replace('http', '&#102;tp'), -32602),
    ]),
    row('23', 0, 'system.multicall fan-out', [
      faulty('one', multicall(INNER, 1), -32601),
      faulty('ten', multicall(INNER, 6), -32601),
      { title: '500', deed: { call: xmlCall(multicall(INNER, 500)) }, expect: { reply: { status: 413 } } },
    ]),
    row('24', 0, 'guessing passwords by system.multicall', [
      faulty('two', multicall(LOGIN, 2), -32601),
      { title: '500', deed: { call: xmlCall(multicall(LOGIN, 500)) }, expect: { reply: { status: 413 } } },
      faulty('alone', methodCall('wp.getUsersBlogs', param('admin') + param('secret')), -32601),
      faulty('nested', multicall(INNER.replace('pingback.ping', 'system.multicall'), 2), -32601),
    ]),
    different(
      '25',
      1,
      'method discovery',
      'system.listMethods and its like, and pingback.extensions.getPingbacks (approved ones only), answer; all others get one text',
      [
        ...['mt.getTrackbackPings', 'demo.sayHello', 'wp.getPosts', 'metaWeblog.newPost'].map(
          (method): AttackCase => ({
            title: method,
            deed: { call: calling(method) },
            expect: { reply: { fault: -32601, lacks: [method] }, asked: [] },
          }),
        ),
        {
          title: 'system.listMethods names nothing that changes anything',
          deed: { call: calling('system.listMethods', '') },
          expect: { reply: { status: 200, lacks: ['multicall', 'wp.', '<fault>'], holds: ['pingback.ping'] } },
        },
        {
          title: 'getPingbacks of a page without approved ones is empty',
          deed: { call: calling('pingback.extensions.getPingbacks', param(TARGET)) },
          expect: { reply: { status: 200, lacks: ['control-', '<fault>'] } },
        },
      ],
    ),
    row('26', 0, 'names that are nearly right', [
      ...[
        'PINGBACK.PING',
        'pingback_ping',
        'pingback.ping.',
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
      ].map((name) => faulty(name, methodCall(name, param(SOURCE) + param(TARGET)), -32601)),
      faulty('with a NUL', methodCall('pingback.ping&#0;', param(SOURCE) + param(TARGET)), -32700),
      faulty('empty', methodCall('', param(SOURCE) + param(TARGET)), -32600),
      fine('with blanks around it', methodCall(' pingback.ping\n', param(SOURCE) + param(TARGET))),
    ]),
    row('27', 1, 'number of parameters', [
      faulty('none', methodCall('pingback.ping', ''), -32602),
      faulty('one', methodCall('pingback.ping', param(SOURCE)), -32602),
      faulty('three', methodCall('pingback.ping', param(SOURCE) + param(TARGET) + param('x')), -32602),
      {
        ...faulty('1,000', '', 0),
        deed: { call: calling('pingback.ping', '<param/>'.repeat(1000)) },
        expect: { reply: { fault: -32600 } },
      },
    ]),
    row('28', 1, 'types of parameters', [
      ...[
        '<int>1</int>',
        '<struct></struct>',
        '<array><data></data></array>',
        '<nil/>',
        '<double>1e999</double>',
        '<boolean>1</boolean>',
        `<base64>${Buffer.alloc(7000, 'x').toString('base64')}</base64>`,
        '<dateTime.iso8601>20260101T00:00:00</dateTime.iso8601>',
      ].map((value) => faulty(value.slice(0, 20), methodCall('pingback.ping', param(value) + param(TARGET)), -32602)),
      fine('untyped', methodCall('pingback.ping', param(SOURCE) + param(TARGET))),
    ]),
    row('29', 1, 'silent coercion', [
      faulty('a name', methodCall('0x10', param(SOURCE) + param(TARGET)), -32601),
      faulty('a string', methodCall('pingback.ping', param('<string>1e5</string>') + param(TARGET)), -32602),
      faulty('a number that is a host', methodCall('pingback.ping', param('0x7f000001') + param(TARGET)), -32602),
    ]),
    row('31', 1, 'first or last', [
      faulty('two names', PING.replace('<params>', '<methodName>system.listMethods</methodName><params>'), -32600),
      faulty('two lists', PING.replace('<params>', '<params></params><params>'), -32600),
      {
        ...faulty('two roots', `${PING}${PING.slice(21)}`, 0),
        expect: { reply: { status: 200, holds: [/-32[67]00/] } },
      },
      { ...faulty('junk after the root', `${PING}junk`, 0), expect: { reply: { holds: [/-32[67]00/] } } },
      faulty('text between', PING.replace('<params>', 'text<params>'), -32600),
      faulty('a reply', PING.replaceAll('methodCall', 'methodResponse'), -32600),
    ]),
    different(
      '32',
      2,
      'code in a name',
      'XML-RPC allows letters, digits and _.:/ in a name; another one is no call (-32600)',
      [faulty('PHP', methodCall("');phpinfo();/*", param(SOURCE)), -32600, { reply: { lacks: ['phpinfo'] } })],
    ),
    row('35', 1, 'echo', [
      ...['</string><fault>', '<script>alert(1)</script>', 'xyzzy'].map(
        (text): AttackCase => ({
          title: text,
          deed: { call: xmlCall(pingBody(`http://source.test/${text}`, `http://elsewhere.test/${text}`)) },
          expect: { reply: { status: 200, lacks: [text, 'source.test', 'elsewhere'] }, asked: [] },
        }),
      ),
      faulty('a method', methodCall('xyzzy', param('xyzzy')), -32601, { reply: { lacks: ['xyzzy'] } }),
    ]),
  ],
};
