/** What sources have tried to smuggle into titles, names and excerpts; every sink must show it as the text that it is. */
export const HOSTILE_TEXT: readonly [what: string, text: string][] = [
  ['link', '<a href="javascript:alert(1)">x</a>'],
  ['style', '<div style="background:url(javascript:alert(1))">'],
  ['nested scheme', 'javajavascript:script:alert(1)'],
  ['reference', '&#00060script>alert(1)</script>'],
  ['handler', '<b onmouseover=alert(1)>b</b>'],
  ['image', '<img src=x onerror=alert(1)>'],
  ['doubled', '<<SCRIPT>alert(1);//<</SCRIPT>'],
  ['sheet', '<LINK REL="stylesheet" HREF="javascript:alert(1);">'],
  ['escaped', 'j&#x41vascript:alert(1)'],
  ['escaped element', '<time>&lt;script&gt;alert(1)&lt;/script&gt;</time>'],
  ['double quote', '"><img src=x onerror=alert(1)>'],
  ['single quote', "'><img src=x onerror=alert(1)>"],
  ['backtick', '`><img src=x onerror=alert(1)>'],
  ['templates', '{{7*7}} #{7*7} <%= 7*7 %>'],
  ['end of script', '</script><script>alert(1)</script>'],
  ['comment', '<!-- --!><svg onload=alert(1)>'],
];

/** Values of URL fields of which no link may come. */
export const HOSTILE_URLS: readonly [what: string, url: string][] = [
  ['script', 'javascript:alert(1)'],
  ['case', 'JaVaScRiPt:alert(1)'],
  ['tab', 'java\tscript:alert(1)'],
  ['control', '\u0001javascript:alert(1)'],
  ['vbscript', 'vbscript:msgbox(1)'],
  ['data', 'data:text/html,<script>alert(1)</script>'],
  ['relative', '//evil.example/'],
  ['handler', 'http://x" onmouseover=alert(1)'],
  ['credentials', 'https://bank.example@evil.example/'],
];
