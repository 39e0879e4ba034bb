import type { TellingProtocol } from '@hearback/protocol';
import type { ExpressionBuilder } from 'kysely';
import type { Delivery, DeliveryStatus } from '../delivery.ts';
import type { Deliveries, DeliveryFilter, DeliveryUpdate } from '../ports/index.ts';
import { SOFTWARE } from '../software.ts';
import { recountDelivery } from './count.ts';
import { drawNumber } from './counter.ts';
import type { Doors } from './doors.ts';
import { appendExchanges, readExchanges } from './exchanges.ts';
import type { Database, Schema } from './schema.ts';
import type { DeliveryTable } from './schema-telling.ts';
import { appendSteps, readSteps } from './trace.ts';

export function createDeliveries(doors: Doors): Deliveries {
  return {
    add: (deliveries, step) =>
      doors.write(async (db) => {
        const stored: Delivery[] = [];
        for (const delivery of deliveries) {
          const known = await rowOfPair(db, delivery);
          if (known !== undefined) {
            stored.push(deliveryOf(known));
            continue;
          }
          const place = await drawNumber(db, 'delivery');
          await db.insertInto('delivery').values(rowFrom(delivery, place)).execute();
          await recountDelivery(db, undefined, delivery);
          await appendSteps(db, delivery.id, [{ at: delivery.createdAt, ...step }]);
          stored.push(delivery);
        }
        return stored;
      }),
    async byId(id) {
      const row = await rowOf(doors.read, id);
      return row === undefined ? undefined : deliveryOf(row);
    },
    async list(filter) {
      return (await listed(doors.read, filter)).map(deliveryOf);
    },
    record: (id, update, step, exchanges = []) =>
      doors.write(async (db) => {
        const before = await rowOf(db, id);
        if (before === undefined) return;
        await db
          .updateTable('delivery')
          .set(({ ref }) => ({ ...columnsFrom(update), updatedAt: isNews(update) ? step.at : ref('updatedAt') }))
          .where('id', '=', id)
          .execute();
        await recountDelivery(db, before, { ...before, status: update.status ?? before.status });
        await appendSteps(db, id, [step]);
        await appendExchanges(db, id, exchanges);
      }),
    trace: (id) => readSteps(doors.read, id),
    exchanges: (id) => readExchanges(doors.read, id),
  };
}

/** Who is told of an outcome knows it by its time: that he was told, or who else is to be, does not change it. */
function isNews({ callback: _, ...told }: DeliveryUpdate): boolean {
  return Object.keys(told).length > 0;
}

function listed(
  db: Database,
  { page, host, from, until, before, limit, ...columns }: DeliveryFilter,
): Promise<DeliveryTable[]> {
  const wanted = Object.entries(columns).filter(([, value]) => value !== undefined);
  return db
    .selectFrom('delivery')
    .selectAll()
    .where(({ and }) => and(Object.fromEntries(wanted)))
    .$if(page !== undefined, (query) => query.where(onPage(page as string)))
    .$if(host !== undefined, (query) => query.where(atHost(host as string)))
    .$if(from !== undefined, (query) => query.where('createdAt', '>=', from as number))
    .$if(until !== undefined, (query) => query.where('createdAt', '<', until as number))
    .$if(before !== undefined, (query) =>
      query.where('place', '<', (eb) =>
        eb
          .selectFrom('delivery')
          .select('place')
          .where('id', '=', before as string),
      ),
    )
    .orderBy('place', 'desc')
    .limit(limit)
    .execute();
}

/** As ranges, so that an index serves them: `0` follows `/`, `;` follows `:`. A host without a port is meant with any. */
function atHost(host: string) {
  const ends = host.includes(':') ? (['/0'] as const) : (['/0', ':;'] as const);
  return ({ eb, and, or }: ExpressionBuilder<Schema, 'delivery'>) =>
    or(
      ['http', 'https'].flatMap((scheme) =>
        ends.map(([first, next]) =>
          and([eb('target', '>=', `${scheme}://${host}${first}`), eb('target', '<', `${scheme}://${host}${next}`)]),
        ),
      ),
    );
}

/** As a range, so that the index serves it: `$` follows `#`. */
function onPage(page: string) {
  return ({ eb, and, or }: ExpressionBuilder<Schema, 'delivery'>) =>
    or([eb('source', '=', page), and([eb('source', '>=', `${page}#`), eb('source', '<', `${page}$`)])]);
}

/** Inside a transaction nobody else changes it until its end. */
async function rowOf(db: Database, id: string): Promise<DeliveryTable | undefined> {
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', id)
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst();
}

async function rowOfPair(db: Database, { source, target }: Delivery): Promise<DeliveryTable | undefined> {
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('source', '=', source)
    .where('target', '=', target)
    .executeTakeFirst();
}

function rowFrom(delivery: Delivery, place: number): DeliveryTable {
  const {
    protocol = null,
    endpoint = null,
    fault = null,
    httpStatus = null,
    version = null,
    software = null,
    callback = null,
    lenient,
    ...plain
  } = delivery;
  const columns = { protocol, endpoint, fault, httpStatus, version, software, callback };
  return { ...plain, ...columns, place, lenient: lenient ? 1 : 0 };
}

/** The query builder leaves `undefined` out; in an update it says that there is no such thing any more. */
function columnsFrom({ lenient, ...plain }: DeliveryUpdate): Partial<DeliveryTable> {
  const columns = Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, value ?? null]));
  return { ...columns, ...(lenient !== undefined && { lenient: lenient ? 1 : 0 }) };
}

function deliveryOf({ place: _place, ...row }: DeliveryTable): Delivery {
  return {
    ...row,
    protocol: (row.protocol as TellingProtocol | null) ?? undefined,
    endpoint: row.endpoint ?? undefined,
    software: SOFTWARE.find((name) => name === row.software),
    callback: row.callback ?? undefined,
    status: row.status as DeliveryStatus,
    fault: row.fault ?? undefined,
    httpStatus: row.httpStatus ?? undefined,
    version: row.version ?? undefined,
    lenient: row.lenient === 1,
  };
}
