import type { Mention } from '../../mention.ts';
import type { Rule } from '../../rule.ts';
import { present } from '../presented.ts';
import { line } from '../text.ts';
import { Decisions } from './decisions.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { KIND_VERB, LINK_SENTENCE } from './sentences.ts';

export interface CardProps {
  readonly mention: Mention;
  readonly pageTitle: string;
  readonly rules: readonly Rule[];
  readonly now: number;
}

/** One mention in the inbox. */
export function MentionCard({ mention, pageTitle, rules, now }: CardProps) {
  const shown = present(mention);
  const who = shown.author.name || shown.host;
  return (
    <article class="mention">
      <header>
        <label class="tick">
          <input type="checkbox" name="mention" value={mention.id} aria-label={`Tick the mention by ${who}`} />
          <span>
            <strong>
              <bdi>{who}</bdi>
            </strong>{' '}
            {KIND_VERB[shown.kind]}
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
        <span class="faint">About</span> <Outward url={mention.target} text={pageTitle} />
        {pageTitle && <small class="address">{shown.target}</small>}
      </p>
      <Reasons mention={mention} />
      <footer>
        <Decisions mention={mention} rules={rules} />
      </footer>
    </article>
  );
}

/** The passage, with the words that are the link marked where they occur in it. */
function Quoted({ excerpt, anchor }: { excerpt: string; anchor: string }) {
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
          <span class="faint">The words of the link:</span> <bdi>{anchor}</bdi>
        </p>
      )}
    </>
  );
}

function Reasons({ mention }: { mention: Mention }) {
  return (
    <ul class="reasons">
      {mention.link !== 'live' && <li>{LINK_SENTENCE[mention.link]}</li>}
      {mention.reasons.map((reason) => (
        <li>
          <bdi>{line(reason)}</bdi>
        </li>
      ))}
    </ul>
  );
}
