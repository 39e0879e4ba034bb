import type { MentionScope } from '../../inbound/desk.ts';
import type { Mention } from '../../mention.ts';
import { present } from '../presented.ts';
import { line } from '../text.ts';
import { Decisions } from './decisions.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { Permitted } from './permitted.tsx';
import { useWords } from './speaking.tsx';

export interface CardProps {
  readonly mention: Mention;
  readonly pageTitle: string;
  readonly scopes: readonly MentionScope[];
  readonly now: number;
  /** The list that it stands in, as the query of its address, ready to stand in another one. */
  readonly back: string;
  /** Addresses of the lists of the same author and of the same domain; `''` where that means nothing. */
  readonly authorView: string;
  readonly domainView: string;
}

/** One mention in the inbox. */
export function MentionCard({ mention, pageTitle, scopes, now, back, authorView, domainView }: CardProps) {
  const { inbox, states } = useWords();
  const shown = present(mention);
  const who = shown.author.name || shown.host;
  return (
    <article class="mention" id={`m-${mention.id}`} tabindex={-1} data-link={mention.link}>
      <header>
        <label class="tick">
          <Permitted right="moderate" site={mention.site}>
            <input type="checkbox" name="mention" value={mention.id} aria-label={inbox.card.tick(who)} />
          </Permitted>
          <span>
            <strong>
              <bdi>{who}</bdi>
            </strong>{' '}
            {states.kind[shown.kind]}
          </span>
        </label>
        <small>
          <a href={`/admin/mentions/${mention.id}`}>
            <Moment at={mention.receivedAt} now={now} />
          </a>
        </small>
      </header>
      <p class="title">
        <Outward url={mention.source} text={shown.title} />
        {shown.title && <small class="address">{shown.source || line(mention.source)}</small>}
      </p>
      <Quoted excerpt={shown.excerpt} anchor={shown.anchor} />
      <p>
        <span class="faint">{inbox.card.about}</span> <Outward url={mention.target} text={pageTitle} />
        {pageTitle && <small class="address">{shown.target}</small>}
      </p>
      <Reasons mention={mention} />
      <footer>
        <Decisions mention={mention} scopes={scopes} back={back} />
        <p class="more">
          {mention.link !== 'unverified' && <a href={`/admin/mentions/${mention.id}/text`}>{inbox.card.read}</a>}
          <a href={`/admin/mentions/${mention.id}#trace`}>{inbox.card.story}</a>
          {authorView && <a href={authorView}>{inbox.card.byThem}</a>}
          {domainView && <a href={domainView}>{inbox.card.ofDomain}</a>}
        </p>
      </footer>
    </article>
  );
}

/** The passage, with the words that are the link marked where they occur in it. */
function Quoted({ excerpt, anchor }: { excerpt: string; anchor: string }) {
  const { inbox } = useWords();
  const at = anchor ? excerpt.indexOf(anchor) : -1;
  if (excerpt && at >= 0) {
    return (
      <blockquote>
        <bdi>
          {excerpt.slice(0, at)}
          <mark>{anchor}</mark>
          {excerpt.slice(at + anchor.length)}
        </bdi>
      </blockquote>
    );
  }
  return (
    <>
      {excerpt && (
        <blockquote>
          <bdi>{excerpt}</bdi>
        </blockquote>
      )}
      {anchor && (
        <p>
          <span class="faint">{inbox.card.words}</span> <bdi>{anchor}</bdi>
        </p>
      )}
    </>
  );
}

function Reasons({ mention }: { mention: Mention }) {
  const { states } = useWords();
  return (
    <ul class="reasons">
      {mention.link !== 'live' && <li>{states.link[mention.link]}</li>}
      {mention.reasons.map((reason) => (
        <li>
          <bdi lang="en">{line(reason)}</bdi>
        </li>
      ))}
    </ul>
  );
}
