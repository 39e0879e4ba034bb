import { type Group, row } from '../lib/case.ts';
import { badSource, badTarget, foreign, PUBLIC, SOURCE, taken } from '../lib/parameters.ts';
import { TARGET, WAYS } from '../lib/requests.ts';

export const group: Group = {
  letter: 'B',
  title: 'parameters of all three protocols',
  rows: [
    row('36', 0, 'schemes', [
      ...[
        'ftp://canary.test/',
        'file:///etc/passwd',
        'gopher://canary.test/',
        'dict://canary.test/',
        'javascript:alert(1)',
        'data:text/html,x',
        'blob:http://canary.test/x',
        'ws://canary.test/',
        'about:blank',
        'mailto:x@canary.test',
        'gemini://canary.test/',
        '//canary.test/x',
        'x',
        'view-source:http://canary.test/',
        'jar:http://canary.test/!/',
      ].map((source) => badSource(source, source)),
      ...['ftp://alice.example/post', 'javascript:alert(1)', '//alice.example/post', 'post'].map((target) =>
        badTarget(`target ${target}`, target),
      ),
    ]),
    row('37', 0, 'leniency of WHATWG', [
      ...[
        'http:/127.0.0.1/',
        'http:127.0.0.1/',
        'http:\\\\127.0.0.1\\',
        'http:///127.0.0.1/',
        'ht\ttp://canary.test/',
        'http://can\tary.test/',
        'http://can\nary.test/',
        'http://canary.test/a b',
        'http\u00a0://canary.test/',
        'http://canary.test/\u0000',
        'http://canary.test/\u2028x',
      ].map((source) =>
        badSource(JSON.stringify(source), source, {
          reply: { holds: [/-32[67]0[02]|error|source/i], lacks: ['status/'] },
        }),
      ),
      {
        title: 'blanks around it are no part of it',
        ways: ['pingback', 'trackback'],
        alone: true,
        deed: { notify: { source: ` ${SOURCE} ` } },
        expect: { reply: { means: 'accepted' }, rows: 1 },
      },
      {
        title: 'blanks around it',
        ways: ['webmention'],
        deed: { notify: { source: ` ${SOURCE} ` } },
        expect: { reply: { means: 'bad' } },
      },
    ]),
    row('38', 0, 'user names', [
      ...[
        'http://a.com@127.0.0.1/',
        'http://user:pw@canary.test/',
        'http://a.com%23@127.0.0.1/',
        'http://@canary.test/',
        'http://:@canary.test/',
      ].map((source) => badSource(source, source)),
      ...['http://alice.example@canary.test/post', 'http://x@alice.example/post'].map((target) =>
        badTarget(`target ${target}`, target),
      ),
    ]),
    row('39', 0, 'backslash in the authority', [
      ...['http://127.0.0.1\\@canary.test/', 'http://canary.test\\@127.0.0.1/', 'http:\\/\\/canary.test/'].map(
        (source) => badSource(source, source),
      ),
      badTarget('target', 'http://canary.test\\@alice.example/post'),
    ]),
    row('40', 1, 'bad ports', [
      ...[
        ':0',
        ':65536',
        ':99999',
        ':+80',
        ':80aaa',
        ':80:80',
        ':00080',
        ':12345678901234567890123456',
        ':-1',
        ':0x50',
        ': 80',
      ].map((port) => badSource(port, `http://canary.test${port}/`)),
    ]),
    row('41', 1, 'odd hosts', [
      ...[
        'a..com',
        '.a.com',
        'a.com..',
        `${'a'.repeat(64)}.com`,
        `${'a.'.repeat(152)}c`,
        '-a.com',
        'xn--',
        'xn--a',
        '[exam]ple.com',
        '',
        'a%2ecom',
        'a_b%00.com',
        'a<b.com',
        '[::1',
        '[v1.x]',
      ].map((host) => badSource(`"${host.slice(0, 20)}"`, `http://${host}/x`)),
    ]),
    row('47', 0, 'the host somewhere in the target', [
      ...[
        'http://canary.test/?x=alice.example',
        'http://canary.test/alice.example/post',
        'http://alice.example.canary.test/post',
        'http://notalice.example/post',
        'http://canary.test/#alice.example',
        'http://alice.example:8080/post',
        'http://www.alice.example/post',
        'http://example/post',
        'http://alice.example../post'.replace('..', '.x'),
      ].map((target) => foreign(target, target)),
    ]),
    row('48', 0, 'the target is never fetched', [
      taken('a page of ours', SOURCE, TARGET, {
        dns: { 'alice.example': [PUBLIC] },
        expect: { reply: { means: 'accepted' }, rows: 1, asked: ['source.test'] },
      }),
      { ...foreign('a foreign page', 'http://canary.test/post'), dns: { 'canary.test': [PUBLIC] } },
      foreign('a page of ours that is none', 'http://alice.example/none'),
      foreign('a closed page', 'http://alice.example/closed'),
      {
        title: 'a page that is gone',
        ways: WAYS,
        deed: { notify: { source: SOURCE, target: 'http://alice.example/gone' } },
        expect: { reply: { means: 'gone' }, asked: [] },
      },
    ]),
  ],
};
