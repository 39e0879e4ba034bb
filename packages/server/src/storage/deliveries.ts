import type { TellingProtocol } from '@hearback/protocol';
import type { ExpressionBuilder } from 'kysely';
import type { Delivery, DeliveryStatus } from '../delivery.ts';
import type { Deliveries, DeliveryUpdate } from '../ports/index.ts';
import { takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import type { Database, DeliveryTable, Schema } from './schema.ts';
import { appendSteps, readSteps } from './trace.ts';
import { takeTurn } from './turns.ts';

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
          const place = await takeNumbers(db, 'delivery');
          await db.insertInto('delivery').values(rowFrom(delivery, place)).execute();
          await appendSteps(db, delivery.id, [{ at: delivery.createdAt, ...step }]);
          stored.push(delivery);
        }
        return stored;
      }),
    async byId(id) {
      const row = await doors.read.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : deliveryOf(row);
    },
    async list({ source, page, status, limit }) {
      const rows = await doors.read
        .selectFrom('delivery')
        .selectAll()
        .$if(source !== undefined, (query) => query.where('source', '=', source as string))
        .$if(page !== undefined, (query) => query.where(onPage(page as string)))
        .$if(status !== undefined, (query) => query.where('status', '=', status as string))
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(deliveryOf);
    },
    record: (id, update, step) =>
      doors.write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('delivery')
          .set({ ...columnsFrom(update), updatedAt: step.at })
          .where('id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await appendSteps(db, id, [step]);
      }),
    trace: (id) => readSteps(doors.read, id),
    takeTurn: (host, now, gapMs) => doors.write((db) => takeTurn(db, host, now, gapMs)),
  };
}

/** As a range, so that the index serves it: `$` follows `#`. */
function onPage(page: string) {
  return ({ eb, and, or }: ExpressionBuilder<Schema, 'delivery'>) =>
    or([eb('source', '=', page), and([eb('source', '>=', `${page}#`), eb('source', '<', `${page}$`)])]);
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
    lenient,
    ...plain
  } = delivery;
  return { ...plain, place, protocol, endpoint, fault, httpStatus, version, lenient: lenient ? 1 : 0 };
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
    status: row.status as DeliveryStatus,
    fault: row.fault ?? undefined,
    httpStatus: row.httpStatus ?? undefined,
    version: row.version ?? undefined,
    lenient: row.lenient === 1,
  };
}
