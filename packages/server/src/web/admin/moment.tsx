import { useWords } from './speaking.tsx';

/** A moment as one says it, with the exact one behind it. */
export function Moment({ at, now }: { at: number; now: number }) {
  const { write, layout } = useWords();
  return (
    <time datetime={new Date(at).toISOString()} title={write.moment(at)}>
      {write.ago(at, now) ?? layout.justNow}
    </time>
  );
}
