import { describe, expect, it } from 'vitest';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { createSender } from '../../src/outbound/sender.ts';
import { BLOG, blog, openHouse } from './house.ts';

const POST = `${BLOG}post`;
const PAGE = 'https://bob.example/2';
const RPC = 'https://bob.example/rpc';

type House = Awaited<ReturnType<typeof openHouse>>;

async function open() {
  const house = await openHouse(blog());
  house.web.on(
    POST,
    `<article><a href="${PAGE}">2</a> <a href="https://none.example/">n</a> <a href="/about">a</a></article>`,
  );
  house.web.on(PAGE, { headers: { 'x-pingback': RPC }, body: '' });
  house.web.on('https://none.example/', '<p>none</p>');
  house.web.on(RPC, '<methodResponse><params><param><value>ok</value></param></params></methodResponse>');
  return house;
}

/** While the sender waits, somebody else does the work and time goes by. */
function sender(house: House, work = true) {
  const deps = house.deps();
  const pause = async (ms: number) => {
    house.time.now += ms;
    if (work) await house.runDue({ deliver: createDeliverHandler(house.deps()) });
  };
  return createSender({ ...deps, pause });
}

describe('send', () => {
  it('answers the outcomes when all are final, in the order of the links', async () => {
    await using house = await open();
    const began = house.time.now;
    const progress: string[] = [];
    const onProgress = (done: number, total: number) => void progress.push(`${done}/${total}`);
    const report = await sender(house).send([POST], { waitMs: 30_000, onProgress });
    expect(progress).toEqual(['1/3', '3/3']);
    expect(report).toEqual({
      deliveries: [
        {
          id: expect.any(String),
          source: POST,
          target: PAGE,
          protocol: 'pingback',
          endpoint: RPC,
          status: 'delivered',
          fault: null,
          httpStatus: 200,
          reason: expect.any(String),
          lenient: false,
        },
        {
          id: expect.any(String),
          source: POST,
          target: 'https://none.example/',
          protocol: null,
          endpoint: null,
          status: 'unsupported',
          fault: null,
          httpStatus: null,
          reason: expect.any(String),
          lenient: false,
        },
        {
          id: expect.any(String),
          source: POST,
          target: `${BLOG}about`,
          protocol: null,
          endpoint: null,
          status: 'skipped',
          fault: null,
          httpStatus: null,
          reason: expect.any(String),
          lenient: false,
        },
      ],
      problems: [],
      warnings: [],
    });
    expect(house.time.now - began).toBeLessThan(100);
  });

  it('waits no longer than it was told, and whoever runs next goes on', async () => {
    await using house = await open();
    const began = house.time.now;
    const first = await sender(house, false).send([POST], { waitMs: 500 });
    expect(first.deliveries.map(({ status }) => status)).toEqual(['queued', 'queued', 'skipped']);
    expect(house.time.now - began).toBe(500);
    await house.restart();
    house.web.asked.length = 0;
    const second = await sender(house).send([], { waitMs: 30_000, resume: true });
    expect(second.deliveries.map(({ status }) => status).sort()).toEqual(['delivered', 'unsupported']);
    expect(house.web.lines()).not.toContain(`GET ${POST}`);
    expect(house.web.lines('POST')).toHaveLength(1);
  });

  it('resumes the pages that are named, and leaves the time of a retry alone', async () => {
    await using house = await open();
    house.web.on(RPC, { status: 503, headers: { 'retry-after': '3600' }, body: '' });
    await sender(house).send([POST], { waitMs: 100 });
    house.web.asked.length = 0;
    const other = await sender(house).send([`${BLOG}other`], { waitMs: 100, resume: true });
    expect(other.deliveries).toEqual([]);
    const named = await sender(house).send([POST], { waitMs: 100, resume: true });
    expect(named.deliveries).toMatchObject([{ target: PAGE, status: 'retrying', httpStatus: 503 }]);
    expect(house.web.asked).toEqual([]);
  });

  it('a dry run finds endpoints, stores nothing and tells nobody', async () => {
    await using house = await open();
    const report = await sender(house).send([POST], { waitMs: 30_000, dryRun: true });
    expect(report.deliveries).toMatchObject([
      { id: null, target: PAGE, status: 'queued', endpoint: RPC, protocol: 'pingback' },
      { id: null, target: 'https://none.example/', status: 'unsupported', endpoint: null },
      { id: null, target: `${BLOG}about`, status: 'skipped' },
    ]);
    expect(await house.store.deliveries.list({ limit: 10 })).toEqual([]);
    expect(await house.store.jobs.counts()).toMatchObject({ waiting: 0 });
    expect(house.web.lines('POST')).toEqual([]);
  });

  it('a dry run shows what was told before as it ended', async () => {
    await using house = await open();
    await sender(house).send([POST], { waitMs: 30_000 });
    house.web.asked.length = 0;
    const report = await sender(house).send([POST], { waitMs: 0, dryRun: true });
    expect(report.deliveries.map(({ status }) => status)).toEqual(['delivered', 'unsupported', 'skipped']);
    expect(report.deliveries[0]?.reason).toMatch(/^Told before, and not again now\. The endpoint accepted/);
    expect(house.web.lines()).toEqual([`GET ${POST}`]);
  });

  it('a dry run looks anew at what came to nothing and would be taken up again', async () => {
    await using house = await open();
    house.web.on(RPC, '<html>no XML-RPC');
    const [failed] = (await sender(house).send([POST], { waitMs: 30_000 })).deliveries;
    house.time.now += 3_600_000;
    const report = await sender(house).send([POST], { waitMs: 0, dryRun: true });
    expect(failed?.status).toBe('failed');
    expect(report.deliveries).toMatchObject([
      { id: failed?.id, target: PAGE, status: 'queued', endpoint: RPC },
      { target: 'https://none.example/', status: 'unsupported' },
      { status: 'skipped' },
    ]);
    expect(house.web.lines().filter((line) => line === 'GET https://none.example/')).toHaveLength(2);
    expect((await house.store.deliveries.list({ status: 'failed', limit: 9 })).map(({ id }) => id)).toEqual([
      failed?.id,
    ]);
  });

  it('reports pages that cannot be announced beside those that can', async () => {
    await using house = await open();
    const report = await sender(house).send([`${BLOG}missing`, 'https://bob.example/', POST], { waitMs: 30_000 });
    expect(report.problems).toEqual([
      expect.stringContaining('HTTP 404'),
      expect.stringContaining('no site known here'),
    ]);
    expect(report.deliveries).toHaveLength(3);
  });
});
