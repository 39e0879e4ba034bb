import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { INSIDE, PUBLIC } from '../lib/addresses.ts';
import { type AttackCase, type Group, notApplicable, type Row, row } from '../lib/case.ts';
import { bytesOf, notification, WAYS } from '../lib/requests.ts';
import { MACHINE } from '../lib/rig.ts';
import { linking } from '../lib/verbs.ts';

/**
 * A source in a place that is never asked. The reply is that of every other source, so that nobody learns what our rules
 * and our network are; the owner reads why it was turned away.
 */
function denied(host: string, scheme = 'http', path = '/'): AttackCase {
  return {
    title: `${scheme}://${host}${path}`,
    ways: WAYS,
    deed: { notify: { source: `${scheme}://${host}${path}` } },
    expect: { reply: { means: 'accepted', sameAsControl: true }, asked: [], refused: /so it was not contacted/ },
  };
}

function malformed(source: string): AttackCase {
  return { title: source, ways: WAYS, deed: { notify: { source } }, expect: { reply: { means: 'bad' }, asked: [] } };
}

const inside = (id: string, priority: Row['priority'], title: string) =>
  row(
    id,
    priority,
    title,
    (INSIDE[id] ?? []).map((host) => denied(host)),
  );

/** What a name leads to decides: the source is known by name, and the address by DNS only. */
function answers(title: string, addresses: readonly string[], name = 'in.test'): AttackCase {
  return {
    title,
    alone: true,
    dns: { [name]: addresses },
    deed: { notify: { source: `http://${name}/` } },
    expect: {
      reply: { means: 'accepted' },
      rows: 1,
      asked: [name],
      link: 'unreachable',
      trace: /so it was not contacted/,
    },
  };
}

interface Vector {
  readonly what: string;
  readonly address: string;
  readonly port?: number;
  readonly allow?: readonly string[];
  readonly own?: readonly string[];
  readonly expect: 'allowed' | 'denied';
}
const VECTORS = (
  JSON.parse(readFileSync(new URL('../../../fixtures/addresses.json', import.meta.url), 'utf8')) as Vector[]
).filter(({ port, allow, own }) => port === undefined && allow === undefined && own === undefined);

export const group: Group = {
  letter: 'C',
  title: 'addresses and special names',
  rows: [
    inside('58', 0, 'spellings of loopback'),
    inside('59', 0, 'Unicode spellings'),
    row(
      '61',
      0,
      'private networks, and what is beside them',
      (INSIDE[61] ?? []).map((host) => denied(host)),
    ),
    inside('62', 0, 'carriers’ networks'),
    inside('63', 0, 'link-local and the services of clouds'),
    inside('64', 0, 'other special IPv4'),
    inside('65', 0, 'IPv4 mapped to IPv6'),
    inside('67', 1, 'IPv4 translated'),
    inside('68', 0, 'NAT64'),
    inside('70', 0, 'IPv6 that is not global'),
    row('71', 1, 'zones', [
      malformed('http://[fe80::1%25eth0]/'),
      malformed('http://[fe80::1%eth0]/'),
      answers('in an answer', ['fe80::1%lo']),
    ]),
    row('72', 0, 'our own addresses', [
      denied(MACHINE),
      answers('by name', [MACHINE]),
      { ...answers('at our own port', [MACHINE]), deed: { notify: { source: 'http://in.test:443/' } } },
    ]),
    inside('73', 0, 'local names'),
    row('74', 1, 'public names of private places', [
      answers('127.0.0.1.nip.io', ['127.0.0.1'], '127.0.0.1.nip.io'),
      answers('localtest.me', ['127.0.0.1', '::1'], 'localtest.me'),
      answers('metadata', ['169.254.169.254'], 'metadata.canary.test'),
      answers('a neighbour', ['192.168.1.1']),
      answers('IPv6', ['fd00:ec2::254']),
      answers('mapped', ['::ffff:8.8.8.8']),
    ]),
    row('75', 1, 'numbers that are no address', [
      ...['256.256.256.256', '1.2.3.4.5', '4294967296', '08.8.8.8', '425.510.425.510', '0x100000000'].map((host) =>
        malformed(`http://${host}/`),
      ),
    ]),
    inside('76', 1, 'public addresses as hosts'),
    inside('77', 1, 'old vectors'),
    inside('C1', 0, 'this network'),
    inside('C2', 0, 'other tunnels to IPv4'),
    row('C3', 0, 'the vectors of the classifier, end to end', [
      {
        title: 'each behind a name of its own',
        alone: true,
        deed: {
          drill: async ({ rig, figure }) => {
            rig.dns.names = Object.fromEntries(VECTORS.map(({ address }, at) => [`v${at}.test`, [address]]));
            const open = VECTORS.filter((vector) => vector.expect === 'allowed');
            const key = (address: string) => `${address.includes(':') ? `[${address}]` : address}:80`;
            await rig.dialMap.open(Object.fromEntries(open.map(({ address }) => [key(address), 'closed' as const])));
            for (const at of VECTORS.keys()) {
              const { status } = await rig.send(bytesOf(notification('pingback', `http://v${at}.test/`)));
              assert.equal(status, 200);
            }
            await rig.pass(5 * 60_000);
            const contacted = rig.of('connect').map(({ address }) => address);
            assert.deepEqual(contacted.toSorted(), open.map(({ address }) => address).toSorted());
            figure(`${VECTORS.length - open.length} denied, ${open.length} asked`);
          },
        },
      },
    ]),
    row('C4', 0, 'the control: a public name is asked', [
      {
        title: 'and found to link',
        ways: WAYS,
        dns: { 'source.test': [PUBLIC] },
        dial: { [`${PUBLIC}:80`]: linking },
        deed: { notify: { source: 'http://source.test/' } },
        expect: { reply: { means: 'accepted' }, rows: 1, contacted: [`${PUBLIC}:80`], link: 'live' },
      },
    ]),
    notApplicable('C5', 2, 'NAT64 that the operator turns on', 'there is no such setting: NAT64 is always denied'),
  ],
};
