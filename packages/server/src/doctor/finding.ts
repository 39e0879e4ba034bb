import type { TellingProtocol } from '@hearback/protocol';
import { en } from '../words/en/index.ts';
import { type Says, sentencesOf } from './says.ts';

/** As what a page is looked at: one that others link to, or one that links to others. */
export type Role = 'target' | 'source';

/** What a sentence has of its own; numbers are written as the language of the reader has them. */
export type Parts = Readonly<Record<string, string | number>>;

/** An endpoint that a finding is about, instead of the page. */
export type Subject = { readonly protocol: string; readonly url: string } | undefined;

/** Something about a page that a person should know. */
export interface Finding {
  /**
   * `problem`: notifications fail, with everybody or with WordPress, from which most of them come. `warning`: some other
   * software would refuse them, or do less with them, or it concerns single links.
   */
  readonly level: 'problem' | 'warning';
  /** Stays the same over versions, for programs. */
  readonly code: string;
  /** What is said of it, in the dictionaries. */
  readonly says: Says;
  readonly parts: Parts;
  readonly subject: Subject;
}

/** One finding of an examination, in English; the three sentences are its `message`, in one line. */
export type ToldFinding = Finding & {
  readonly role: Role;
  /** What is so. */
  readonly found: string;
  /** Whom it concerns, and how. */
  readonly why: string;
  /** What to do. */
  readonly todo: string;
  readonly message: string;
};

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

interface Told {
  readonly parts?: Parts;
  readonly subject?: Subject;
  /** Where there are several sentences for one code. */
  readonly says?: Says;
}

function finding(level: Finding['level']) {
  function found(code: Says, told?: Told): Finding;
  function found(code: string, told: Told & { readonly says: Says }): Finding;
  function found(code: string, { says, parts = {}, subject }: Told = {}): Finding {
    return { level, code, says: says ?? (code as Says), parts, subject };
  }
  return found;
}

export const warning = finding('warning');
export const problem = finding('problem');

export function told(role: Role): (finding: Finding) => ToldFinding {
  return (finding) => {
    const { found, why, todo } = sentencesOf(en, finding.says);
    const sentences = {
      found: inEnglish(found, finding),
      why: inEnglish(why, finding),
      todo: inEnglish(todo, finding),
    };
    return { ...finding, ...sentences, role, message: Object.values(sentences).join(' ') };
  };
}

/** Without the marks of code, which a terminal has no use for. */
function inEnglish(text: string, { parts, subject }: Finding): string {
  const what = subject ? filled(en.doctor.theEndpoint, subject) : en.doctor.thePage;
  return filled(text.replaceAll('`', ''), { what, ...parts });
}

function filled(text: string, parts: Parts): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in parts ? String(parts[name]) : whole));
}
