import { deliverJob, newDelivery } from '../../src/outbound/new-delivery.ts';
import { blog, type openHouse } from './house.ts';
import type { Script } from './scripted-web.ts';

export const SOURCE = 'https://alice.example/post';
export const TARGET = 'https://bob.example/2#c3';
export const PAGE = 'https://bob.example/2';
export const ENDPOINT = 'https://bob.example/xmlrpc';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const page: Script = { headers: { 'x-pingback': ENDPOINT }, body: '<p>2</p>' };
const xml = (inside: string, more = {}): Script => ({
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0"?><methodResponse>${inside}</methodResponse>`,
  ...more,
});
export const value = (inside: string, more = {}) =>
  xml(`<params><param><value>${inside}</value></param></params>`, more);
export const fault = (code: number, text: string, more = {}) =>
  xml(
    `<fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>${text}</string></value></member></struct></value></fault>`,
    more,
  );

type House = Awaited<ReturnType<typeof openHouse>>;

/** A link of ours that waits to be told; answers the id of its delivery. */
export async function enqueue({ store, clock, random }: House, target = TARGET): Promise<string> {
  const delivery = newDelivery({ clock, random }, { site: blog(), source: SOURCE, version: 'v1' }, target, undefined);
  await store.deliveries.add([delivery], { step: 'found', outcome: 'found', reason: 'Linked.' });
  await store.jobs.enqueue(deliverJob(delivery, clock.now()));
  return delivery.id;
}
