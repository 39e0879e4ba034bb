import type { Backlink } from '../../backlink.ts';
import type { Change, NumberedChange } from '../../link-change.ts';
import { outageWords, spokenOf, unchangedWords } from '../../words/link-change.ts';
import { line } from '../text.ts';
import { Fact, Facts } from './facts.tsx';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { useWords } from './speaking.tsx';

interface LinkHistoryProps {
  /** Of a link that was seen; without one there is nothing to tell. */
  readonly backlink: Backlink | undefined;
  readonly changes: readonly NumberedChange[];
  /** Of the page that they stand on. */
  readonly address: string;
  /** Not the last ones are shown. */
  readonly isEarlier: boolean;
  readonly now: number;
}

/** A history of years is read in parts, the last one first. */
export const CHANGES_SHOWN = 50;

/** Where a link stands, what is said of it to search engines, and what became of it. */
export function LinkHistory({ backlink, changes, address, isEarlier, now }: LinkHistoryProps) {
  const { history: words } = useWords();
  if (backlink === undefined) return null;
  const first = changes[0]?.place ?? 1;
  return (
    <section id="history">
      <h2>{words.title}</h2>
      <LinkFacts backlink={backlink} now={now} />
      {first > 1 && (
        <p>
          <a href={`${address}?changes-before=${first}#history`} rel="prev">
            {words.earlier(first - 1)}
          </a>
        </p>
      )}
      <ol class="trace" start={first}>
        {changes.map((change) => (
          <li>
            <strong>{words.changes[change.kind]}</strong>{' '}
            <small>
              <Moment at={change.at} now={now} />
            </small>
            <FromTo change={change} />
          </li>
        ))}
      </ol>
      {isEarlier && (
        <p>
          <a href={`${address}#history`}>{words.latest}</a>
        </p>
      )}
    </section>
  );
}

function LinkFacts({ backlink, now }: { backlink: Backlink; now: number }) {
  const { history: words } = useWords();
  const { place, links, noindex, robots, chain, outage, recheckAt } = backlink;
  const where = noindex === '' || noindex === 'unknown' ? '' : words.noindex[noindex];
  const stands = [place === '' ? '' : words.place[place], links > 0 ? words.best(links) : ''].filter(
    (text) => text !== '',
  );
  return (
    <Facts>
      {stands.length > 0 && <Fact name={words.stands}>{stands.join(', ')}</Fact>}
      <Fact name={words.counts}>{backlink.isFollowed ? words.followed : words.unfollowed}</Fact>
      {robots !== '' && (
        <Fact name={words.robots}>
          <bdi>{line(robots)}</bdi>
          {where && ` (${where})`}
        </Fact>
      )}
      {chain.length > 1 && (
        <Fact name={words.way}>
          <ul>
            {chain.map((url) => (
              <li>
                <Outward url={url} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {outage !== '' && <Fact name={words.outage}>{outageWords(words, line(outage))}</Fact>}
      <Fact name={words.next}>{recheckAt === undefined ? words.noNext : <Moment at={recheckAt} now={now} />}</Fact>
    </Facts>
  );
}

export function FromTo({ change }: { change: Change }) {
  const { kind, was, became } = change;
  const { history: words } = useWords();
  if (was === '' && became === '') return null;
  const say = (text: string) => (text === '' ? words.nothing : <bdi>{spokenOf(words, kind, line(text))}</bdi>);
  const unchanged = unchangedWords(words, change);
  if (unchanged)
    return (
      <>
        <br />
        <Marked text={unchanged} with={{ answer: say(was) }} />
      </>
    );
  return (
    <>
      <br />
      {!(kind === 'unreachable' && was === '') && <>{say(was)} → </>}
      {say(became)}
    </>
  );
}
