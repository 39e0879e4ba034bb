import { linksAddress } from '../../links/filter.ts';
import { line } from '../../text.ts';
import { useWords } from '../speaking.tsx';
import type { TieKind, TieNode, TiePlan } from './tie-plan.ts';

/** Pixels: everything in a row can be hit with a finger, and a name has two lines, that of a site three: on a narrow screen one would cut it. */
const ROW = 42;
const LABEL = 40;
const NAME = 56;
const RADIUS = 7;
/** A dot with its name under it. */
const SITE = 2 * RADIUS + NAME + 2;
const ARROW = 9;
/** Where lines begin and end; shares of the width, so that letters keep their size on narrow screens. */
const ENDS = { left: '39%', right: '61%' };
const MIDDLE = '50%';
const FORWARDS = { from: '0', to: '44' };
const BACKWARDS = { from: '44', to: '0' };

interface PictureProps {
  readonly plan: TiePlan;
  /** The site that was asked for, if one was. */
  readonly site: string | undefined;
  readonly nameOf: (site: string) => string;
  readonly tiesAddress: (show: TieKind) => string;
  /** Where a domain that only we link to stands in the table. */
  readonly rowAddress: (domain: string) => string;
}

/** The table of ties as a drawing; it needs no script, and everything in it leads to its links. */
export function TiePicture({ plan, site, nameOf, tiesAddress, rowAddress }: PictureProps) {
  const { links } = useWords();
  const height = Math.max(plan.rows * ROW, plan.sites.length * SITE);
  const top = (height - plan.rows * ROW) / 2;
  const middleOf = ({ row }: TieNode) => top + (row + 0.5) * ROW;
  const siteY = (at: number) => ((at + 0.5) * height) / plan.sites.length - LABEL / 4;
  return (
    <figure class="ties">
      <figcaption>
        <h2>{links.tie.drawn}</h2>
      </figcaption>
      <svg width="100%" height={height + NAME} aria-labelledby="ties-title" aria-describedby="ties-desc">
        <title id="ties-title">{links.tie.who}</title>
        <desc id="ties-desc">{links.tie.drawnWhat}</desc>
        <Arrows />
        {plan.edges.map((edge) => (
          <Edge kind={edge.kind} from={ENDS[edge.node.side]} y1={middleOf(edge.node)} y2={siteY(edge.site)} />
        ))}
        {plan.sites.map((id, at) => (
          <>
            <circle class="site" cx={MIDDLE} cy={siteY(at)} r={RADIUS} />
            <foreignObject x="38%" y={siteY(at) + RADIUS + 1} width="24%" height={NAME}>
              {id === undefined ? (
                <span class="tie-site">{links.tie.otherSites}</span>
              ) : (
                <a class="tie-site" href={linksAddress({ site: id })} title={line(nameOf(id))}>
                  <bdi>{line(nameOf(id))}</bdi>
                </a>
              )}
            </foreignObject>
          </>
        ))}
        {plan.nodes.map((node) => (
          <foreignObject
            x={node.side === 'left' ? '0' : '62%'}
            y={middleOf(node) - LABEL / 2}
            width="38%"
            height={LABEL}
          >
            <Node node={node} site={site} tiesAddress={tiesAddress} rowAddress={rowAddress} />
          </foreignObject>
        ))}
      </svg>
      <ul class="legend">
        {(['both', 'they', 'you'] as const).map((kind) => (
          <li>
            <svg width="44" height="14" aria-hidden="true" focusable="false">
              <Edge kind={kind} {...(kind === 'you' ? BACKWARDS : FORWARDS)} y1={7} y2={7} isLegend />
            </svg>{' '}
            {links.tie[kind]}
          </li>
        ))}
      </ul>
      <p class="faint" aria-hidden="true">
        {links.tie.drawnWhat}
      </p>
    </figure>
  );
}

interface NodeProps extends Pick<PictureProps, 'site' | 'tiesAddress' | 'rowAddress'> {
  readonly node: TieNode;
}

function Node({ node, site, tiesAddress, rowAddress }: NodeProps) {
  const { links, write } = useWords();
  const { kind, domain, side, others, isMore } = node;
  if (domain === undefined)
    return (
      <a class={`tie-node ${side}`} href={tiesAddress(kind)}>
        {isMore ? links.tie.othersAtLeast(write.number(others)) : links.tie.others(others)}
      </a>
    );
  const name = line(domain);
  const said = links.tie.numbers(name, write.number(node.theirs), write.number(node.ours));
  // What only we link to has no links of its own to show: it stands in the table of the ties.
  const href = kind === 'you' ? rowAddress(domain) : linksAddress({ ...(site && { site }), domain });
  return (
    <a class={`tie-node ${side}`} href={href} title={said} aria-label={said}>
      <bdi>{name}</bdi>
    </a>
  );
}

/** The place of a domain in the table. */
export function tieAnchor(domain: string): string {
  return `tie-${encodeURIComponent(domain)}`;
}

interface EdgeProps {
  readonly kind: TieKind;
  readonly from: string;
  readonly to?: string;
  readonly y1: number;
  readonly y2: number;
  /** It ends where its picture does, and not at a site. */
  readonly isLegend?: boolean;
}

/** Theirs is whole, ours is broken, and what is mutual is two lines: whoever sees no colours sees that. */
function Edge({ kind, from, to = MIDDLE, y1, y2, isLegend = false }: EdgeProps) {
  const place = { x1: from, x2: to, y1, y2 };
  const arrows = {
    ...(kind !== 'they' && { 'marker-start': 'url(#tie-there)' }),
    ...(kind !== 'you' && { 'marker-end': isLegend ? 'url(#tie-there)' : 'url(#tie-here)' }),
  };
  if (kind !== 'both') return <line class={`tie ${kind}`} {...place} {...arrows} />;
  return (
    <>
      <line class="tie both" {...place} />
      <line class="tie between" {...place} {...arrows} />
    </>
  );
}

/** Turned with their lines; at a site they stop before its dot. */
function Arrows() {
  const shape = `M0,0 L${ARROW},${ARROW / 2} L0,${ARROW} z`;
  const size = { markerWidth: ARROW, markerHeight: ARROW, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' };
  return (
    <defs>
      <marker id="tie-there" refX={ARROW} refY={ARROW / 2} {...size}>
        <path class="tie-arrow" d={shape} />
      </marker>
      <marker id="tie-here" refX={ARROW + RADIUS + 2} refY={ARROW / 2} {...size}>
        <path class="tie-arrow" d={shape} />
      </marker>
    </defs>
  );
}
