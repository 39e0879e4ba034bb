import { Hono } from 'hono';
import { LIMIT_KINDS, LIMIT_NAMES, type LimitName } from '../../allowances.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import type { DeskEnv } from './visitor.ts';

const MOST_VICTIMS = 50;

/** What strangers may send and make us ask, how often that was reached, and who waits. */
export function limitRoutes({ limits }: Pick<WebDeps, 'limits'>): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get('/', (c) => {
    const waiting = limits.victims.waiting(MOST_VICTIMS);
    const rows = LIMIT_NAMES.map((name) => ({ name, value: limits.allowances[name], ...limits.tally.read(name) }));
    return c.html(
      page({
        title: 'Limits',
        section: 'limits',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>Limits</h1>
            <p>
              How much strangers may send, and how often they can make this server ask somebody. The numbers are set in
              the configuration. How often they were reached is counted in memory, by each process for itself, and
              begins anew when the server is started; how often somebody was asked is on disk and does not.
            </p>
            <LimitTable rows={rows} />
            <h2>Waiting for their turn</h2>
            {waiting.length === 0 ? (
              <p class="empty">Nobody waits: every source may be asked as soon as it is due.</p>
            ) : (
              <WaitingTable waiting={waiting} />
            )}
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
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Limit</th>
            <th scope="col">In force</th>
            <th scope="col">Reached, last hour</th>
            <th scope="col">Reached, last day</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, hour, day }) => (
            <tr>
              <td data-label="Limit">
                {LIMIT_KINDS[name].meaning}{' '}
                <small class="faint">
                  <code>{name}</code>
                </small>
              </td>
              <td data-label="In force">{inWords(name, value)}</td>
              <td data-label="Reached, last hour">{hour}</td>
              <td data-label="Reached, last day">{day}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WaitingTable({ waiting }: { waiting: readonly { readonly victim: string; readonly waitMs: number }[] }) {
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Who is asked</th>
            <th scope="col">The last one that waits is due</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ victim, waitMs }) => (
            <tr>
              <td class="address" data-label="Who is asked">
                <bdi>{line(victim)}</bdi>
              </td>
              <td data-label="Due">{timeLeft(waitMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inWords(name: LimitName, value: number): string {
  const { unit, lifted } = LIMIT_KINDS[name];
  return value === lifted ? 'lifted' : `${value.toLocaleString('en')} ${unit}`;
}

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}
