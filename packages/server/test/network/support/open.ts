import type { HttpFailure, HttpReply } from '@hearback/protocol';
import { onTestFinished } from 'vitest';
import { type Act, type HostileServer, startHostileServer } from '../../../../../test/support/hostile-server.ts';
import type { NetworkLimits } from '../../../src/network/limits.ts';
import { dialMap, fakeDns, get, PUBLIC, type TestNet, testNet } from './net.ts';

/** A hostile server as http://a.test/, and a network that asks it; both end with the test. */
export async function openHostile(
  act: Act | Record<string, Act>,
  limits: Partial<NetworkLimits> = {},
): Promise<{ server: HostileServer; net: TestNet; ask: () => Promise<HttpReply | HttpFailure> }> {
  const server = await startHostileServer(act);
  const dialer = dialMap({ [`${PUBLIC}:80`]: server.port });
  const net = testNet({ resolver: fakeDns({ 'a.test': [PUBLIC] }), dialer, limits });
  onTestFinished(async () => {
    await net.close();
    await server.close();
  });
  return { server, net, ask: () => net.http.request(get('http://a.test/')) };
}

/** The beginning of a good answer; the empty line is still to come. */
export const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
