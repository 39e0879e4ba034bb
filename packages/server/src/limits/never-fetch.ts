import ipaddr from 'ipaddr.js';

/** Whom strangers cannot make us ask, because they asked us not to. */
export interface NeverFetch {
  /** The entry that covers the host of this URL. */
  name(url: URL): string | undefined;
  /** The entry that covers one of these addresses. */
  address(addresses: readonly string[]): string | undefined;
}

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** A network written as a CIDR or as one address; `undefined` for what is neither. */
function networkOf(entry: string): Network | undefined {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  if (!isAddress(entry)) return undefined;
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

/** What is wrong with an entry of `neverFetch`, in a sentence; `undefined` when it can be read. */
export function checkNeverFetch(entry: string): string | undefined {
  if (networkOf(entry) || hostNameOf(entry)) return undefined;
  return `"${entry}" is neither a host name, like bob.example, nor a network, like 192.0.2.0/24`;
}

/** The name as `URL` writes it; `undefined` for what is more than a name. */
function hostNameOf(entry: string): string | undefined {
  const url = URL.parse(`http://${entry.replace(/^\*?\./, '')}/`);
  return url && /^[^/:@?#\\\s]+$/.test(entry) && url.hostname.length > 0 ? url.hostname.replace(/\.$/, '') : undefined;
}

/** A name covers its subdomains too; compared label by label. */
export function createNeverFetch(entries: readonly string[]): NeverFetch {
  const networks = entries.flatMap((entry) => {
    const network = networkOf(entry);
    return network ? [{ entry, network }] : [];
  });
  const names = new Map(
    entries.flatMap((entry) => {
      const name = networkOf(entry) ? undefined : hostNameOf(entry);
      return name ? [[name, entry]] : [];
    }),
  );

  function covering(text: string): string | undefined {
    if (networks.length === 0 || !isAddress(text)) return undefined;
    const address = ipaddr.process(text);
    return networks.find(
      ({ network: [base, bits] }) => base.kind() === address.kind() && address.match(base as never, bits),
    )?.entry;
  }

  return {
    name(url) {
      if (names.size === 0 && networks.length === 0) return undefined;
      const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
      for (let name = host; name !== ''; name = name.includes('.') ? name.slice(name.indexOf('.') + 1) : '') {
        const entry = names.get(name);
        if (entry !== undefined) return entry;
      }
      return covering(host);
    },
    address: (addresses) => addresses.map(covering).find((entry) => entry !== undefined),
  };
}
