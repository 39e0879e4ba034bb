import { isIP } from 'node:net';
import type { HttpFailure } from '@hearback/protocol';
import { classify } from './address.ts';
import { codeOf, failure } from './failure.ts';
import { type Host, hostOf } from './host-name.ts';
import type { Hosts } from './hosts-file.ts';
import type { Ledger } from './ledger.ts';
import type { NetworkLimits } from './limits.ts';
import { covers, type Network } from './network.ts';
import type { Resolver } from './resolver.ts';
import { LATE, within } from './within.ts';

export interface GuardOptions {
  readonly allow: readonly Network[];
  /** Ports that may be asked besides 80 and 443. */
  readonly ports: readonly number[];
  /** Whether this host (no brackets, no trailing dot) and port are those of a configured site; asked anew each time. */
  readonly isOwnHost: (name: string, port: number) => boolean;
  /** Whether this is a page that this very server makes: it repeats what strangers sent, so it proves nothing of a link. */
  readonly isServersPage: (url: URL) => boolean;
  readonly ownAddresses: () => ReadonlySet<string>;
  /** Names that count before DNS; they are honoured only where `allow` has entries. */
  readonly hosts: Hosts;
  readonly resolver: Resolver;
  readonly ledger: Ledger;
  readonly limits: Pick<NetworkLimits, 'dnsMs' | 'answers'>;
}

/** A URL that its text does not forbid; whether its addresses may be dialled is for `addresses` to say. */
export interface Passport {
  readonly ok: true;
  readonly host: Host;
  readonly port: number;
  /** The owner named this host and port, so it may be anywhere. */
  readonly own: boolean;
  /** Being public is not enough: an unusual port, a literal or a local name has to lie in `allow`. */
  readonly onlyAllowed: boolean;
  /** Known without DNS. */
  readonly known: readonly string[] | undefined;
  /** One of the known addresses lies in `allow`. */
  readonly opened: boolean;
}

export interface Guard {
  /** Judges host rules and ports by the text alone; no network, no state. */
  inspect(url: URL): Passport | HttpFailure;
  /**
   * Finds the addresses and judges every one: one bad answer refuses the host. At most one of each family, IPv4 first.
   */
  addresses(
    passport: Passport,
    signal: AbortSignal,
  ): Promise<{ readonly ok: true; readonly addresses: readonly string[] } | HttpFailure>;
}

const LOCALHOST = ['127.0.0.1', '::1'];

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The one place that decides whom this program may talk to. It has no off switch; `allow` is its only door. */
export function createGuard(options: GuardOptions): Guard {
  const { allow, ports, isOwnHost, hosts, resolver, ledger, limits } = options;
  const usual = new Set([80, 443, ...ports]);
  const opens = (address: string, port: number) => allow.some((network) => covers(network, address, port));

  function known({ kind, name }: Host, port: number, own: boolean): readonly string[] | undefined {
    if (kind === 'address') return [name];
    if (kind === 'localhost') return LOCALHOST.filter((address) => own || opens(address, port));
    return allow.length > 0 ? hosts.get(name) : undefined;
  }

  function textualRefusal({ kind, name }: Host, port: number, opened: boolean): string | undefined {
    if (kind === 'unreachable') return `${name} is not a name of the public internet`;
    if (kind === 'address' && !opened) return `${name} is an IP address, and only names are asked`;
    if (kind === 'localhost' && !opened) return `${name} means this machine itself`;
    if (kind === 'local' && allow.length === 0) return `${name} is a name of a local network`;
    if (!usual.has(port) && !allow.some((network) => network.port === undefined || network.port === port)) {
      return `port ${port} of ${name} is not one that web pages are on`;
    }
    return undefined;
  }

  /** What is wrong with one answer, to be read after "the host leads to this address, which is". */
  function objection(
    address: string,
    { port, own, onlyAllowed }: Passport,
    machine: ReadonlySet<string>,
  ): string | undefined {
    if (own && isIP(address) !== 0) return undefined;
    const verdict = classify(address, { allow, own: machine, port });
    if (verdict !== 'allowed') return verdict.denied;
    return onlyAllowed && !opens(address, port) ? 'in no network that was opened for this kind of address' : undefined;
  }

  async function lookUp(
    { host: { kind, name }, known }: Passport,
    signal: AbortSignal,
  ): Promise<readonly string[] | HttpFailure> {
    if (known !== undefined) return known;
    ledger.append({ event: 'dns', name });
    try {
      const answers = await within(limits.dnsMs, signal, (stop) => resolver.resolve(name, stop));
      if (answers === LATE) return failure('dns', `the name servers of ${name} did not answer in time`);
      return answers.length > 0 ? answers : failure('dns', `${name} has no address`);
    } catch (error: unknown) {
      if (kind === 'local')
        return failure('refused', `${name} is a name of a local network, and this network does not know it`);
      return failure('dns', `${name} could not be looked up (${codeOf(error)})`);
    }
  }

  return {
    inspect(url) {
      const host = hostOf(url);
      const port = portOf(url);
      if (options.isServersPage(url))
        return failure('refused', `${url.href.slice(0, 200)} is a page of this very server, so it was not contacted`);
      const own = isOwnHost(host.name, port);
      const addresses = known(host, port, own);
      const opened = (addresses ?? []).some((address) => opens(address, port));
      const refusal = own ? undefined : textualRefusal(host, port, opened);
      if (refusal !== undefined) return failure('refused', `${refusal}, so it was not contacted`);
      const onlyAllowed = host.kind !== 'public' || !usual.has(port);
      return { ok: true, host, port, own, onlyAllowed, known: addresses, opened };
    },

    async addresses(passport, signal) {
      const { name } = passport.host;
      const answers = await lookUp(passport, signal);
      if ('ok' in answers) return answers;
      if (answers.length > limits.answers)
        return failure('refused', `${name} has more than ${limits.answers} addresses, so it was not contacted`);
      const machine = options.ownAddresses();
      for (const address of answers) {
        const bad = objection(address, passport, machine);
        if (bad !== undefined)
          return failure('refused', `${name} leads to ${address}, which is ${bad}, so it was not contacted`);
      }
      const ipv4 = answers.find((address) => !address.includes(':'));
      const ipv6 = answers.find((address) => address.includes(':'));
      return { ok: true, addresses: [ipv4, ipv6].filter((address) => address !== undefined) };
    },
  };
}
