import { Hono } from 'hono';
import { LIMIT_KINDS, LIMIT_NAMES, type LimitName } from '../../allowances.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import { useWords } from './speaking.tsx';
import type { DeskEnv } from './visitor.ts';

const MOST_VICTIMS = 50;

/** What strangers may send and make us ask, how often that was reached, and who waits. */
export function limitRoutes({ limits }: Pick<WebDeps, 'limits'>): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get('/', (c) => {
    const waiting = limits.victims.waiting(MOST_VICTIMS);
    const rows = LIMIT_NAMES.map((name) => ({ name, value: limits.allowances[name], ...limits.tally.read(name) }));
    const { visitor, words } = c.var;
    return c.html(
      page({
        title: words.limits.title,
        section: 'limits',
        visitor,
        children: (
          <>
            <h1>{words.limits.title}</h1>
            <p>{words.limits.what}</p>
            <LimitTable rows={rows} />
            <h2>{words.limits.waiting}</h2>
            {waiting.length === 0 ? <p class="empty">{words.limits.nobody}</p> : <WaitingTable waiting={waiting} />}
          </>
        ),
      }),
    );
  });
}

interface Row {
  readonly name: LimitName;
  readonly value: number;
  readonly hour: number;
  readonly day: number;
}

function LimitTable({ rows }: { rows: readonly Row[] }) {
  const { limits, write } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{limits.limit}</th>
            <th scope="col">{limits.inForce}</th>
            <th scope="col">{limits.lastHour}</th>
            <th scope="col">{limits.lastDay}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, hour, day }) => (
            <tr>
              <td data-label={limits.limit}>
                {limits.meanings[name]}{' '}
                <small class="faint">
                  <code>{name}</code>
                </small>
              </td>
              <td data-label={limits.inForce}>
                {value === LIMIT_KINDS[name].lifted
                  ? limits.lifted
                  : `${write.number(value)} ${limits.units[LIMIT_KINDS[name].unit]}`}
              </td>
              <td data-label={limits.lastHour}>{write.number(hour)}</td>
              <td data-label={limits.lastDay}>{write.number(day)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WaitingTable({ waiting }: { waiting: readonly { readonly victim: string; readonly waitMs: number }[] }) {
  const { limits, write } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{limits.asked}</th>
            <th scope="col">{limits.due}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ victim, waitMs }) => (
            <tr>
              <td class="address" data-label={limits.asked}>
                <bdi>{line(victim)}</bdi>
              </td>
              <td data-label={limits.due}>{write.ahead(waitMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
