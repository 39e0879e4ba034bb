import { fileURLToPath } from 'node:url';
import { insist } from '../lib/report.ts';
import type { Workshop } from '../lib/workshop.ts';

export interface FormReply {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** A program of somebody else that sends forms. */
export interface FormClient {
  readonly name: string;
  /** A POST with these fields, or a GET when there are none. Rejects when the program could make nothing of the reply. */
  ask(url: string, fields?: Readonly<Record<string, string>>): Promise<FormReply>;
}

const SCRIPT = fileURLToPath(new URL('post.py', import.meta.url));

export function curlForm(workshop: Workshop): FormClient {
  return {
    name: 'curl',
    async ask(url, fields = {}) {
      const form = Object.entries(fields).flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`]);
      const { code, out, err } = await workshop.run('/usr/bin/curl', [
        '--silent',
        '--show-error',
        '--include',
        ...form,
        url,
      ]);
      insist(code === 0, `curl: ${err.trim()}`);
      const [head = '', ...rest] = out.split('\r\n\r\n');
      const status = Number(/^HTTP\/\S+ (\d{3})/.exec(head)?.[1]);
      return { status, location: /^location: *(\S+)/im.exec(head)?.[1] ?? null, body: rest.join('\r\n\r\n') };
    },
  };
}

export function pythonForm(workshop: Workshop): FormClient {
  return {
    name: 'Python’s urllib',
    async ask(url, fields = {}) {
      const form = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
      const { code, out, err } = await workshop.run('/usr/bin/python3', [SCRIPT, url, ...form]);
      insist(code === 0, `Python could not read the reply: ${err.trim().slice(-300)}`);
      return JSON.parse(out) as FormReply;
    },
  };
}
