import { createContext, useContext } from 'hono/jsx';
import type { Words } from '../../words/words.ts';

const Spoken = createContext<Words | undefined>(undefined);

/** Everything within is said in these words. */
export const Speaking = Spoken.Provider;

/** The words of the page that is made. Only for components: the routes have them from the request. */
export function useWords(): Words {
  const words = useContext(Spoken);
  if (!words) throw new Error('A component of the desk was made outside of a page: there is nobody to speak to.');
  return words;
}
