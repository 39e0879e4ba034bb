import { Csrf } from './layout.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';

interface DoneProps {
  readonly done: { readonly sentence: string; readonly undo: string | undefined } | undefined;
  /** Where the form goes. */
  readonly action: string;
  /** The list to come back to, as the query of an address. */
  readonly view?: string;
  readonly visitor: Visitor;
}

/** What was just done, and a button that takes it back. */
export function DoneLine({ done, action, view, visitor }: DoneProps) {
  const { inbox } = useWords();
  if (!done) return null;
  return (
    <form method="post" action={action} class="done">
      <p role="status">
        {done.sentence}{' '}
        {done.undo && (
          <button type="submit" name="decision" value="undo" class="quiet">
            {inbox.undo}
          </button>
        )}
      </p>
      <Csrf visitor={visitor} />
      {view && <input type="hidden" name="view" value={view} />}
      {done.undo && <input type="hidden" name="step" value={done.undo} />}
    </form>
  );
}
