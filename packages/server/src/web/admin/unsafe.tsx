import type { Words } from '../../words/words.ts';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';

/** In place of every form that takes a password, on http that is not this machine itself. */
export function Unsafe({ words }: { words: Words }) {
  return page({
    title: words.entrance.logIn,
    reader: { words, path: '/admin/login' },
    children: (
      <p>
        <Marked text={words.entrance.unsafe} />
      </p>
    ),
  });
}
