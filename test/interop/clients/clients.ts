import { fileURLToPath } from 'node:url';
import { insist } from '../lib/report.ts';
import type { Workshop } from '../lib/workshop.ts';

/** What a client made of a reply: a value, or a fault by its integer. */
export type Answer = { readonly value: unknown } | { readonly fault: number };

/** A program of somebody else that speaks XML-RPC. */
export interface Client {
  readonly name: string;
  /** One call with string parameters. Rejects when the program could make nothing of the reply. */
  call(endpoint: string, method: string, ...parameters: readonly string[]): Promise<Answer>;
}

const SCRIPT = fileURLToPath(new URL('call.py', import.meta.url));

export function python(workshop: Workshop): Client {
  return {
    name: 'Python’s xmlrpc.client',
    async call(endpoint, method, ...parameters) {
      const { code, out, err } = await workshop.run('/usr/bin/python3', [SCRIPT, endpoint, method, ...parameters]);
      insist(code === 0, `Python could not read the reply: ${err.trim().slice(-300)}`);
      return JSON.parse(out) as Answer;
    },
  };
}

/** The command of the C library xmlrpc-c. */
export function xmlrpcCommand(workshop: Workshop): Client {
  return {
    name: 'the xmlrpc command',
    async call(endpoint, method, ...parameters) {
      const typed = parameters.map((text) => `s/${text}`);
      const { code, out, err } = await workshop.run('/usr/bin/xmlrpc', [endpoint, method, ...typed]);
      const fault = err.match(/\(XML-RPC fault code (-?\d+)\)/)?.[1];
      if (fault !== undefined) return { fault: Number(fault) };
      const value = out.match(/String: '(.*)'/s)?.[1];
      insist(code === 0 && value !== undefined, `xmlrpc could not read the reply: ${(err || out).trim().slice(-300)}`);
      return { value };
    },
  };
}

/** As one types it. curl then declares the body a form, and so do senders that name no type of their own. */
export function curl(workshop: Workshop): Client {
  return {
    name: 'curl with its form content type',
    async call(endpoint, method, ...parameters) {
      const params = parameters
        .map((text) => `<param><value><string>${escaped(text)}</string></value></param>`)
        .join('');
      const body = `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`;
      const { code, out, err } = await workshop.run('/usr/bin/curl', [
        '--silent',
        '--show-error',
        '--fail',
        '--data',
        body,
        endpoint,
      ]);
      insist(code === 0, `curl: ${err.trim()}`);
      const fault = out.match(/<name>faultCode<\/name>\s*<value>\s*<(?:int|i4)>(-?\d+)</)?.[1];
      if (fault !== undefined) return { fault: Number(fault) };
      const value = out.match(/<param>\s*<value>\s*<string>([^<]*)</)?.[1];
      insist(value !== undefined, `the reply is neither a string nor a fault: ${out.slice(0, 300)}`);
      return { value };
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
