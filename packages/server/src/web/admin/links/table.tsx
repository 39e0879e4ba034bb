import type { LedgerRow } from '../../../ports/index.ts';
import { present } from '../../presented.ts';
import { line } from '../../text.ts';
import { Moment } from '../moment.tsx';
import { Outward } from '../outward.tsx';
import { useWords } from '../speaking.tsx';

interface TableProps {
  readonly rows: readonly LedgerRow[];
  readonly now: number;
}

export function LinkTable({ rows, now }: TableProps) {
  const { links } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{links.from}</th>
            <th scope="col">{links.to}</th>
            <th scope="col">{links.fields.state}</th>
            <th scope="col">{links.seen}</th>
            <th scope="col" class="number">
              {links.visits}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LinkRow row={row} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LinkRow({ row, now }: { row: LedgerRow; now: number }) {
  const { links, write } = useWords();
  const { mention, backlink, visits } = row;
  const { title, host } = present(mention);
  const anchor = line(backlink.anchor);
  return (
    <tr>
      <th scope="row" class="address" data-label={links.from}>
        <a href={`/admin/mentions/${mention.id}`}>
          <bdi>{title || host || links.untitled}</bdi>
        </a>
        <small class="address">
          <Outward url={mention.source} />
        </small>
        {anchor && (
          <small class="address">
            {links.anchor}:{' '}
            <q>
              <bdi>{anchor}</bdi>
            </q>
          </small>
        )}
      </th>
      <td class="page" data-label={links.to}>
        <Outward url={mention.target} text={pathOf(mention.target)} />
      </td>
      <td class="word" data-label={links.fields.state}>
        {links.state[backlink.link === 'lost' || backlink.link === 'unreachable' ? backlink.link : 'live']}
        <small class="address">{write.list(factsOf(row, links))}</small>
      </td>
      <td data-label={links.seen}>
        <Moment at={backlink.firstSeenAt} now={now} />
        <small class="address">
          {links.last} <Moment at={backlink.lastSeenAt} now={now} />
        </small>
      </td>
      <td class="number" data-label={links.visits}>
        {write.number(visits)}
      </td>
    </tr>
  );
}

type Links = ReturnType<typeof useWords>['links'];

function factsOf({ backlink, mention }: LedgerRow, links: Links): readonly string[] {
  const rels = (['nofollow', 'ugc', 'sponsored'] as const).filter((one) => backlink.rel.includes(one));
  return [
    ...(rels.length > 0 ? rels : [links.rel[backlink.isFollowed ? 'followed' : 'unfollowed']]),
    ...(backlink.place ? [links.place[backlink.place]] : []),
    ...(backlink.noindex ? [links.indexing.noindex] : []),
    ...(mention.moderation === 'pending' ? [links.held] : []),
  ];
}

function pathOf(target: string): string {
  const url = URL.parse(target);
  return url ? `${url.pathname}${url.search}` : target;
}
