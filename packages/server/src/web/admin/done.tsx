import { Csrf } from './layout.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';

export interface DoneProps {
  readonly sentence: string | undefined;
  /** Mentions that were decided; none leaves the button out. */
  readonly ids: readonly string[];
  /** Where the form goes. */
  readonly action: string;
  readonly visitor: Visitor;
}

/** What was just done, and a button that takes it back. */
export function Done({ sentence, ids, action, visitor }: DoneProps) {
  const { mention } = useWords();
  if (!sentence) return null;
  return (
    <>
      <p role="status">{sentence}</p>
      {ids.length > 0 && (
        <form method="post" action={action}>
          <Csrf visitor={visitor} />
          {ids.map((id) => (
            <input type="hidden" name="mention" value={id} />
          ))}
          <button type="submit" name="decision" value="undo" class="quiet">
            {mention.undo}
          </button>
        </form>
      )}
    </>
  );
}
