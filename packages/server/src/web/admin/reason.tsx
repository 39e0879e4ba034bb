import { line } from '../text.ts';

/** Why something is as it is. Such sentences are kept in English, whatever the language of the page. */
export function Reason({ text }: { text: string }) {
  return <bdi lang="en">{line(text)}</bdi>;
}
