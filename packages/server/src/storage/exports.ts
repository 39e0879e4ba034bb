import { sql } from 'kysely';
import type { Exports } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import { mentionOf } from './mention-row.ts';

export function createExports({ read }: Doors): Exports {
  return {
    async part({ which, sites, targetKey, kind, from, to }, after, limit) {
      const rows = await read
        .selectFrom('mention')
        .selectAll()
        .$if(which === 'public', (query) => query.where(sql<boolean>`"isPublic" = 1`))
        .$if(which === 'kept', (query) =>
          query.where(({ and, eb, or }) =>
            or([
              eb('isPublic', '=', 1),
              and([eb('moderation', '=', 'pending'), eb('link', 'in', ['live', 'unreachable'])]),
              and([
                eb('moderation', 'in', ['pending', 'approved']),
                eb('link', '=', 'unverified'),
                eb('broughtAs', 'is not', null),
              ]),
            ]),
          ),
        )
        .$if(sites !== undefined, (query) => query.where('site', 'in', sites as string[]))
        .$if(targetKey !== undefined, (query) => query.where('targetKey', '=', targetKey as string))
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind as string))
        .$if(from !== undefined, (query) => query.where('receivedAt', '>=', from as number))
        .$if(to !== undefined, (query) => query.where('receivedAt', '<=', to as number))
        .$if(after !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple('targetKey', 'sourceKey', 'site'),
              '>',
              tuple(after?.targetKey as string, after?.sourceKey as string, after?.site as string),
            ),
          ),
        )
        // The order of the pairs' own index.
        .orderBy('targetKey')
        .orderBy('sourceKey')
        .orderBy('site')
        .limit(limit)
        .execute();
      return rows.map(mentionOf);
    },
  };
}
