/** What the doctor says of one thing: what is so, whom it concerns and how, and what to do. */
export interface ThreeSentences {
  readonly found: string;
  readonly why: string;
  readonly todo: string;
}

export function three(found: string, why: string, todo: string): ThreeSentences {
  return { found, why, todo };
}
