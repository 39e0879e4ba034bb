import type { Examination, ToldFinding } from '../../doctor/finding.ts';
import type { TestReport, Tried } from '../../doctor/send-test.ts';
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
  const { doctor } = useWords();
  return (
    <>
      {findings.map(({ code, role, found, why, todo }) => (
        <article id={`${role}-${code}`}>
          <p>
            <strong>
              <Reason text={found} />
            </strong>
            {role === 'source' && <small> ({doctor.asSource})</small>}
          </p>
          <p>
            <small>{doctor.why}</small>
            <br />
            <Reason text={why} />
          </p>
          <p>
            <small>{doctor.todo}</small>
            <br />
            <Reason text={todo} />
          </p>
        </article>
      ))}
    </>
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
