import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, type Opened } from './opened.ts';
import { newDelivery, step } from './samples.ts';

const FOUND = { step: 'found', outcome: 'queued', reason: 'Found in the post.' } as const;

export function describeDeliveries(opened: () => Opened): void {
  describe('deliveries', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('of a pair are added once, and the stored ones come back in order', async () => {
      await writer.deliveries.add([newDelivery('a')], FOUND);
      await writer.deliveries.record('id-a', { status: 'delivered' }, step(NOON + 1));
      const stored = await writer.deliveries.add([newDelivery('b'), newDelivery('a', { id: 'again' })], FOUND);
      expect(stored.map(({ id, status }) => [id, status])).toEqual([
        ['id-b', 'queued'],
        ['id-a', 'delivered'],
      ]);
      expect(await reader.deliveries.byId('id-b')).toEqual(newDelivery('b'));
      expect(await reader.deliveries.byId('again')).toBeUndefined();
      expect(await reader.deliveries.trace('id-b')).toEqual([{ at: NOON, ...FOUND }]);
    });

    it('know of which state of the source the target was told', async () => {
      await writer.deliveries.add([newDelivery('a', { version: 'v1' })], FOUND);
      expect(await reader.deliveries.byId('id-a')).toMatchObject({ version: 'v1' });
      await writer.deliveries.record('id-a', { version: '' }, step(NOON + 1));
      expect(await reader.deliveries.byId('id-a')).toMatchObject({ version: '' });
    });

    it('keep what an update leaves out', async () => {
      await writer.deliveries.add([newDelivery('a')], FOUND);
      const first = { protocol: 'pingback', endpoint: 'https://a.example/rpc', lenient: true, attempts: 1 } as const;
      await writer.deliveries.record('id-a', { ...first, status: 'retrying', httpStatus: 503 }, step(NOON + 1));
      await writer.deliveries.record('id-a', { status: 'refused', fault: 17, reason: 'no' }, step(NOON + 2, 'no'));
      const after = { ...first, status: 'refused', httpStatus: 503, fault: 17, reason: 'no', updatedAt: NOON + 2 };
      expect(await reader.deliveries.byId('id-a')).toMatchObject(after);
      expect((await reader.deliveries.trace('id-a')).map((one) => one.at)).toEqual([NOON, NOON + 1, NOON + 2]);
      await writer.deliveries.record('nobody', { status: 'failed' }, step(NOON));
      expect(await reader.deliveries.trace('nobody')).toEqual([]);
    });

    it('are listed newest first', async () => {
      const names = ['a', 'b', 'c'];
      await writer.deliveries.add(
        names.map((name) => newDelivery(name)),
        FOUND,
      );
      await writer.deliveries.add([newDelivery('d', { source: 'https://home.example/second' })], FOUND);
      await writer.deliveries.record('id-b', { status: 'failed' }, step(NOON));
      const ids = async (filter: object) =>
        (await reader.deliveries.list({ limit: 9, ...filter })).map((one) => one.id);
      expect(await ids({})).toEqual(['id-d', 'id-c', 'id-b', 'id-a']);
      expect(await ids({ limit: 1 })).toEqual(['id-d']);
      expect(await ids({ status: 'failed' })).toEqual(['id-b']);
      expect(await ids({ source: 'https://home.example/post', status: 'queued' })).toEqual(['id-c', 'id-a']);
    });

    it('are chosen by post, host and protocol, and go on from one of them', async () => {
      const at = (name: string, target: string, more = {}) => newDelivery(name, { target, ...more });
      await writer.deliveries.add(
        [
          at('a', 'https://bob.example/1', { protocol: 'pingback' }),
          at('b', 'http://bob.example:8080/2'),
          at('c', 'https://bob.example.org/3'),
          at('d', 'https://notbob.example/4', { protocol: 'pingback', source: 'https://home.example/post#p2' }),
        ],
        FOUND,
      );
      const ids = async (filter: object) =>
        (await reader.deliveries.list({ limit: 9, ...filter })).map((one) => one.id);
      expect(await ids({ host: 'bob.example' })).toEqual(['id-b', 'id-a']);
      expect(await ids({ host: 'bob.example:8080' })).toEqual(['id-b']);
      expect(await ids({ protocol: 'pingback' })).toEqual(['id-d', 'id-a']);
      expect(await ids({ page: 'https://home.example/post', protocol: 'pingback' })).toEqual(['id-d', 'id-a']);
      expect(await ids({ before: 'id-c' })).toEqual(['id-b', 'id-a']);
      expect(await ids({ before: 'nobody' })).toEqual([]);
      expect(await ids({ site: 'other.example' })).toEqual([]);
    });

    it('keep what listens at the endpoint, and who wants to hear of the end', async () => {
      await writer.deliveries.add([newDelivery('a', { software: 'Ghost', callback: 'https://a.example/' })], FOUND);
      expect(await reader.deliveries.byId('id-a')).toMatchObject({ software: 'Ghost', callback: 'https://a.example/' });
      await writer.deliveries.record('id-a', { software: undefined }, step(NOON));
      const after = await reader.deliveries.byId('id-a');
      expect([after?.software, after?.callback]).toEqual([undefined, 'https://a.example/']);
    });

    it('keep their last ten exchanges', async () => {
      await writer.deliveries.add([newDelivery('a')], FOUND);
      const exchange = (n: number) => ({ at: NOON + n, request: `GET /${n}`, reply: '200' });
      for (let n = 0; n < 12; n += 2)
        await writer.deliveries.record('id-a', {}, step(NOON), [exchange(n), exchange(n + 1)]);
      const kept = await reader.deliveries.exchanges('id-a');
      expect(kept).toEqual(Array.from({ length: 10 }, (_, n) => exchange(n + 2)));
      await writer.deliveries.record('nobody', {}, step(NOON), [exchange(0)]);
      expect(await reader.deliveries.exchanges('nobody')).toEqual([]);
    });
  });

  describe('posts', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));
    const nothing = { title: undefined, excerpt: undefined };
    const post = (url: string, sentAt?: number) => ({
      site: 'home.example',
      url,
      firstSeenAt: NOON,
      sentAt,
      ...nothing,
    });

    it('are known once remembered, to their site only', async () => {
      await writer.posts.remember([post('b'), post('d', NOON)]);
      expect(await reader.posts.unknown('home.example', ['a', 'b', 'c', 'd', 'a'])).toEqual(['a', 'c']);
      expect(await reader.posts.unknown('other.example', ['b'])).toEqual(['b']);
      await writer.posts.remember([post('b', NOON + 1), post('d')]);
      expect(await reader.posts.unknown('home.example', ['b', 'd'])).toEqual([]);
    });

    it('keep what they were called when nothing new is said', async () => {
      await writer.posts.remember([{ ...post('b', NOON), title: 'First', excerpt: 'Words' }]);
      await writer.posts.remember([{ ...post('b'), title: 'Second' }]);
      const expected = { ...post('b', NOON), title: 'Second', excerpt: 'Words' };
      expect(await reader.posts.byUrl('home.example', 'b')).toEqual(expected);
      expect(await reader.posts.byUrl('other.example', 'b')).toBeUndefined();
    });
  });
}
