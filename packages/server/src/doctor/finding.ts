/** Something about a page that a person should know. */
export interface Finding {
  /** `problem`: nobody could use the page. `warning`: some would refuse it, or do less with it. */
  readonly level: 'problem' | 'warning';
  /** Stays the same over versions, for programs. */
  readonly code: string;
  /** What is so, whom it concerns, and what to do, in one line. */
  readonly message: string;
}

export interface Examination {
  readonly url: string;
  /** As what the page was examined. */
  readonly role: 'source';
  /** How many of its links were examined. */
  readonly links: number;
  readonly findings: readonly Finding[];
}

export function warning(code: string, message: string): Finding {
  return { level: 'warning', code, message };
}

export function problem(code: string, message: string): Finding {
  return { level: 'problem', code, message };
}
