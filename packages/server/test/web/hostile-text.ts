/** What sources have tried to smuggle into titles, names and excerpts; every sink must show it as the text that it is. */
export const HOSTILE_TEXT: readonly [id: string, text: string][] = [
  ['205 link', '<a href="javascript:alert(1)">x</a>'],
  ['205 style', '<div style="background:url(javascript:alert(1))">'],
  ['205 nested scheme', 'javajavascript:script:alert(1)'],
  ['205 reference', '&#00060script>alert(1)</script>'],
  ['205 handler', '<b onmouseover=alert(1)>b</b>'],
  ['205 image', '<img src=x onerror=alert(1)>'],
  ['205 doubled', '<<SCRIPT>alert(1);//<</SCRIPT>'],
  ['205 sheet', '<LINK REL="stylesheet" HREF="javascript:alert(1);">'],
  ['205 escaped', 'j&#x41vascript:alert(1)'],
  ['205 escaped element', '<time>&lt;script&gt;alert(1)&lt;/script&gt;</time>'],
  ['207 double quote', '"><img src=x onerror=alert(1)>'],
  ['207 single quote', "'><img src=x onerror=alert(1)>"],
  ['207 backtick', '`><img src=x onerror=alert(1)>'],
  ['207 templates', '{{7*7}} #{7*7} <%= 7*7 %>'],
  ['208 end of script', '</script><script>alert(1)</script>'],
  ['208 comment', '<!-- --!><svg onload=alert(1)>'],
];

/** Values of URL fields of which no link may come. */
export const HOSTILE_URLS: readonly [id: string, url: string][] = [
  ['206 script', 'javascript:alert(1)'],
  ['206 case', 'JaVaScRiPt:alert(1)'],
  ['206 tab', 'java\tscript:alert(1)'],
  ['206 control', '\u0001javascript:alert(1)'],
  ['206 vbscript', 'vbscript:msgbox(1)'],
  ['206 data', 'data:text/html,<script>alert(1)</script>'],
  ['206 relative', '//evil.example/'],
  ['206 handler', 'http://x" onmouseover=alert(1)'],
  ['206 credentials', 'https://bank.example@evil.example/'],
];
