import type { Resolver } from '../../../packages/server/dist/network/resolver.js';

/**
 * Answers by name; several lists are given one a question, the last one for ever. `hang` never answers, a code such as
 * `ENOTFOUND` is an error, `slow` answers after so many milliseconds. A name beginning with `*.` stands for all below it.
 */
export type Answer =
  | readonly string[]
  | readonly (readonly string[])[]
  | 'hang'
  | { readonly code: string }
  | { readonly slow: number; readonly addresses: readonly string[] };
export type Names = Readonly<Record<string, Answer>>;

export interface FakeDns extends Resolver {
  /** What names mean from now on; what is not here does not exist. */
  names: Names;
}

function notFound(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function answerFor(names: Names, name: string): Answer {
  const wild = `*${name.slice(name.indexOf('.'))}`;
  return names[name] ?? names[wild] ?? { code: 'ENOTFOUND' };
}

export function createFakeDns(): FakeDns {
  const asked = new Map<string, number>();
  const dns: FakeDns = {
    names: {},
    async resolve(name, signal) {
      const answer = answerFor(dns.names, name);
      const turn = asked.get(name) ?? 0;
      asked.set(name, turn + 1);
      if (answer === 'hang') return new Promise(() => {});
      if ('code' in answer) throw notFound(answer.code);
      if ('slow' in answer) {
        const { promise, resolve } = Promise.withResolvers<readonly string[]>();
        const timer = setTimeout(() => resolve(answer.addresses), answer.slow);
        signal.addEventListener('abort', () => clearTimeout(timer));
        return promise;
      }
      const [first] = answer;
      return Array.isArray(first)
        ? (answer[Math.min(turn, answer.length - 1)] as readonly string[])
        : (answer as readonly string[]);
    },
  };
  return dns;
}
