import type { TellingProtocol } from '@hearback/protocol';

/** As what a page is looked at: one that others link to, or one that links to others. */
export type Role = 'target' | 'source';

/** Something about a page that a person should know. */
export interface Finding {
  /**
   * `problem`: notifications fail, with everybody or with WordPress, from which most of them come. `warning`: some other
   * software would refuse them, or do less with them, or it concerns single links.
   */
  readonly level: 'problem' | 'warning';
  /** Stays the same over versions, for programs. */
  readonly code: string;
  /** What is so. */
  readonly found: string;
  /** Whom it concerns, and how. */
  readonly why: string;
  /** What to do. */
  readonly todo: string;
}

/** One finding of an examination: the three sentences are its `message`, in one line. */
export type ToldFinding = Finding & { readonly role: Role; readonly message: string };

export interface Examination {
  readonly url: string;
  /** As what the page was examined. */
  readonly roles: readonly Role[];
  /** How many of its links were examined. */
  readonly links: number;
  /** Where the page wants to be told, as a sender finds it. */
  readonly endpoints: readonly { readonly protocol: TellingProtocol; readonly url: string; readonly via: string }[];
  readonly findings: readonly ToldFinding[];
}

export function warning(code: string, found: string, why: string, todo: string): Finding {
  return { level: 'warning', code, found, why, todo };
}

export function problem(code: string, found: string, why: string, todo: string): Finding {
  return { level: 'problem', code, found, why, todo };
}

export function told(role: Role): (finding: Finding) => ToldFinding {
  return (finding) => ({
    ...finding,
    role,
    message: [finding.found, finding.why, finding.todo].filter((sentence) => sentence !== '').join(' '),
  });
}
