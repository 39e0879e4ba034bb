/** The protocols that strangers can notify by. */
export type Way = 'pingback' | 'webmention' | 'trackback';
export const WAYS: readonly Way[] = ['pingback', 'webmention', 'trackback'];

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export const TARGET = 'http://alice.example/post';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A parameter as it is, to be put into a call. */
export function param(value: string): string {
  return `<param><value>${value}</value></param>`;
}

/** The bytes of a method call; `params` are XML already. */
export function methodCall(method: string, params: string): string {
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`;
}

export function pingBody(source: string, target = TARGET): string {
  return methodCall('pingback.ping', [source, target].map((url) => param(`<string>${escaped(url)}</string>`)).join(''));
}

export function xmlCall(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Call {
  return { path: '/xmlrpc', headers: { 'content-type': 'text/xml', ...headers }, body };
}

/** A call of a method of XML-RPC; the usual parameters unless told. */
export function calling(method: string, params?: string): Call {
  const usual = param('http://source.test/') + param(TARGET);
  return xmlCall(methodCall(method, params ?? usual));
}

export function form(path: string, fields: string | readonly (readonly [string, string])[]): Call {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields.map(([k, v]) => [k, v])).toString();
  return { path, headers: FORM, body };
}

/** One notification, by one of the protocols. */
export function notification(way: Way, source: string, target = TARGET): Call {
  switch (way) {
    case 'pingback':
      return xmlCall(pingBody(source, target));
    case 'webmention':
      return form('/webmention', [
        ['source', source],
        ['target', target],
      ]);
    case 'trackback':
      return form(`/trackback?target=${encodeURIComponent(target)}`, [
        ['url', source],
        ['title', 'A title'],
      ]);
  }
}

/** The call as HTTP/1.1. */
export function bytesOf({ method = 'POST', path, headers = {}, body = '' }: Call): Buffer {
  const bytes = Buffer.from(body as string);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: hear.example',
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(bytes.length > 0 || method === 'POST' ? [`Content-Length: ${bytes.length}`] : []),
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), bytes]);
}
