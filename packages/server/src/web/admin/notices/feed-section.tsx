import { Csrf } from '../layout.tsx';
import { useWords } from '../speaking.tsx';
import type { Visitor } from '../visitor.ts';

interface FeedProps {
  readonly isOpen: boolean;
  readonly visitor: Visitor;
}

/** The feed of what waits, whose address is its own key. */
export function FeedSection({ isOpen, visitor }: FeedProps) {
  const { notices } = useWords();
  return (
    <article>
      <h2>{notices.feed}</h2>
      <p>{notices.feedText}</p>
      {isOpen && <p>{notices.feedOpen}</p>}
      <form method="post" action="/admin/notices/feed" class="buttons">
        <Csrf visitor={visitor} />
        <button type="submit" name="do" value="make" class="secondary outline">
          {isOpen ? notices.feedAnew : notices.feedMake}
        </button>
        {isOpen && (
          <button type="submit" name="do" value="end" class="quiet">
            {notices.feedEnd}
          </button>
        )}
      </form>
    </article>
  );
}
