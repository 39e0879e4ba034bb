import type { Mention } from '../../mention.ts';
import { present } from '../presented.ts';
import { prose } from '../text.ts';
import { Outward } from './outward.tsx';
import { useWords } from './speaking.tsx';

/** What the source said around the link, as text, so that nobody has to open a page that he does not trust. */
export function MentionText({ mention, text }: { mention: Mention; text: string }) {
  const { inbox } = useWords();
  const { title, author, host, anchor } = present(mention);
  const said = prose(text);
  const at = anchor ? said.indexOf(anchor) : -1;
  return (
    <>
      <h1>
        <bdi>{title || author.name || host}</bdi>
      </h1>
      <p class="address">
        <Outward url={mention.source} />
      </p>
      <p class="faint">{said ? inbox.text.note : inbox.text.none}</p>
      {said && (
        <blockquote class="passage">
          <bdi>
            {at < 0 ? (
              said
            ) : (
              <>
                {said.slice(0, at)}
                <mark>{anchor}</mark>
                {said.slice(at + anchor.length)}
              </>
            )}
          </bdi>
        </blockquote>
      )}
      <p>
        <a href={`/admin/mentions/${mention.id}`}>{inbox.text.back}</a>
      </p>
    </>
  );
}
