import type { LinkSum, VisitSum } from '../../../ports/index.ts';
import { linksAddress } from '../../links/filter.ts';
import { line } from '../../text.ts';
import { Moment } from '../moment.tsx';
import { useWords } from '../speaking.tsx';
import { tieAnchor } from './tie-picture.tsx';

interface SumsProps {
  readonly what: 'page' | 'domain';
  readonly sums: readonly LinkSum[];
  readonly visits: readonly VisitSum[];
  readonly now: number;
  readonly urlOf: (key: string) => { readonly url: string; readonly title: string };
  readonly siteName: SiteName;
}

/** What to call the site of a row; `undefined` where all rows are of one. */
export type SiteName = ((site: string) => string) | undefined;

/** What each page, or each domain, comes to; every number leads to its links. */
export function SumTable({ what, sums, visits, now, urlOf, siteName }: SumsProps) {
  const { links, overview, write } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{what === 'page' ? overview.page : overview.domain}</th>
            {siteName && <th scope="col">{overview.site}</th>}
            {(['live', 'followed', 'lost'] as const).map((name) => (
              <th scope="col" class="number">
                {links.sums[name]}
              </th>
            ))}
            <th scope="col">{links.newest}</th>
            <th scope="col" class="number">
              {links.visitsOf30}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => {
            const own = what === 'page' ? urlOf(sum.key) : undefined;
            const asked = own ? { site: sum.site, page: own.url } : { site: sum.site, domain: sum.key };
            const number = (name: 'live' | 'followed' | 'lost', change: Readonly<Record<string, string>>) => (
              <td class="number" data-label={links.sums[name]}>
                {sum[name] === 0 ? '0' : <a href={linksAddress(asked, change)}>{write.number(sum[name])}</a>}
              </td>
            );
            return (
              <tr>
                <th scope="row" class="address">
                  <a href={linksAddress(asked)}>
                    <bdi>{own ? line(own.title) || line(own.url).replace(/^https?:\/\//, '') : line(sum.key)}</bdi>
                  </a>
                </th>
                <SiteCell name={siteName?.(sum.site)} />
                {number('live', { state: 'present' })}
                {number('followed', { state: 'present', rel: 'followed' })}
                {number('lost', { state: 'lost' })}
                <td data-label={links.newest}>
                  <Moment at={sum.lastAt} now={now} />
                </td>
                <td class="number" data-label={links.visitsOf30}>
                  {write.number(visits.find(({ site, key }) => site === sum.site && key === sum.key)?.count ?? 0)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The same domain has a row for each site that it has to do with. */
function SiteCell({ name }: { readonly name: string | undefined }) {
  const { overview } = useWords();
  return name === undefined ? null : (
    <td data-label={overview.site}>
      <bdi>{line(name)}</bdi>
    </td>
  );
}

interface TiesProps extends Pick<SumsProps, 'now' | 'siteName'> {
  readonly ties: readonly LinkSum[];
}

/** Who links to whom, in plain words: what the drawing shows, and all that it leaves out. */
export function TieTable({ ties, now, siteName }: TiesProps) {
  const { links, overview, write } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{overview.domain}</th>
            {siteName && <th scope="col">{overview.site}</th>}
            <th scope="col">{links.tie.who}</th>
            <th scope="col" class="number">
              {links.tie.theirs}
            </th>
            <th scope="col" class="number">
              {links.tie.ours}
            </th>
            <th scope="col">{links.tie.since}</th>
            <th scope="col">{links.tie.last}</th>
          </tr>
        </thead>
        <tbody>
          {ties.map((tie, at) => {
            const isFirst = ties.findIndex(({ key }) => key === tie.key) === at;
            const times = [tie.firstAt, tie.toldFirstAt].filter((at) => at > 0);
            const who = tie.live > 0 ? (tie.told > 0 ? 'both' : 'they') : 'you';
            return (
              <tr id={isFirst ? tieAnchor(tie.key) : undefined}>
                <th scope="row" class="address">
                  <bdi>{line(tie.key)}</bdi>
                </th>
                <SiteCell name={siteName?.(tie.site)} />
                <td data-label={links.tie.who}>{links.tie[who]}</td>
                <td class="number" data-label={links.tie.theirs}>
                  {tie.links === 0 ? (
                    '0'
                  ) : (
                    <a href={linksAddress({ site: tie.site, domain: tie.key })}>{write.number(tie.live)}</a>
                  )}
                </td>
                <td class="number" data-label={links.tie.ours}>
                  {write.number(tie.told)}
                </td>
                <td data-label={links.tie.since}>
                  <Moment at={Math.min(...times)} now={now} />
                </td>
                <td data-label={links.tie.last}>
                  <Moment at={Math.max(tie.lastAt, tie.toldLastAt)} now={now} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
