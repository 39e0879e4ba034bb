import type { Examination, Parts, ToldFinding } from '../../doctor/finding.ts';
import { sentencesOf } from '../../doctor/says.ts';
import type { TestReport, Tried } from '../../doctor/send-test.ts';
import { line } from '../text.ts';
import { Marked } from './marked.tsx';
import { Outward } from './outward.tsx';
import { Reason } from './reason.tsx';
import { PROTOCOL_NAME } from './sentences.ts';
import { useWords } from './speaking.tsx';

/** What was found, what matters most first. */
export function ExaminationShown({ examination: { endpoints, findings } }: { examination: Examination }) {
  const { doctor } = useWords();
  const problems = findings.filter(({ level }) => level === 'problem');
  const warnings = findings.filter(({ level }) => level === 'warning');
  return (
    <section id="findings">
      {problems.length > 0 && <h2>{doctor.problems(problems.length)}</h2>}
      <Findings findings={problems} />
      {warnings.length > 0 && <h2>{doctor.warnings(warnings.length)}</h2>}
      <Findings findings={warnings} />
      {findings.length === 0 && <p role="status">{doctor.sound}</p>}
      <h2>{doctor.endpoints}</h2>
      {endpoints.length === 0 ? (
        <p class="empty">{doctor.none}</p>
      ) : (
        <ul>
          {endpoints.map(({ protocol, url }) => (
            <li class="address">
              {PROTOCOL_NAME[protocol]}: <Outward url={url} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Findings({ findings }: { findings: readonly ToldFinding[] }) {
  return (
    <>
      {findings.map((finding) => (
        <FindingShown finding={finding} />
      ))}
    </>
  );
}

/** In the reader's language; what the network said of a failure is English. */
function FindingShown({ finding: { code, role, says, parts, subject } }: { finding: ToldFinding }) {
  const words = useWords();
  const { doctor, write } = words;
  const { found, why, todo } = sentencesOf(words, says);
  const shown = (own: Parts) =>
    Object.fromEntries(
      Object.entries(own).map(([name, part]) => [
        name,
        typeof part === 'number' ? write.number(part) : <bdi>{line(part)}</bdi>,
      ]),
    );
  const what = subject ? <Marked text={doctor.theEndpoint} with={shown(subject)} /> : doctor.thePage;
  const all = { what, ...shown(parts) };
  return (
    <article id={`${role}-${code}`}>
      <p>
        <strong>
          <Marked text={found} with={all} />
        </strong>
        {role === 'source' && <small> ({doctor.asSource})</small>}
      </p>
      <p>
        <small>{doctor.why}</small>
        <br />
        <Marked text={why} with={all} />
      </p>
      <p>
        <small>{doctor.todo}</small>
        <br />
        <Marked text={todo} with={all} />
      </p>
    </article>
  );
}

/** What became of each test. */
export function TestShown({ test: { tried, reason } }: { test: TestReport }) {
  const { doctor } = useWords();
  return (
    <section id="tests">
      <h2>{doctor.tests}</h2>
      {tried.length === 0 && (
        <p role="alert">
          {doctor.nothingSent} <Reason text={reason} />
        </p>
      )}
      <ul>
        {tried.map((one) => (
          <TriedShown one={one} />
        ))}
      </ul>
    </section>
  );
}

function TriedShown({ one: { protocol, result, reason, trace } }: { one: Tried }) {
  const { doctor } = useWords();
  return (
    <li>
      <strong>
        {PROTOCOL_NAME[protocol]}: {doctor[result]}
      </strong>
      <br />
      <Reason text={reason} /> {trace && <a href={`/admin/refused/${trace}`}>{doctor.trace}</a>}
    </li>
  );
}
