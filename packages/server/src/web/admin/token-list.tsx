import type { ApiToken, Scope } from '../../access.ts';
import type { Owner } from '../../owner.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import { line } from '../text.ts';
import { Csrf } from './layout.tsx';
import { Moment } from './moment.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';

/** A token as the list of them shows it. */
export interface Listed {
  readonly token: ApiToken;
  /** What is left of what it was made for. */
  readonly scopes: readonly Scope[];
  /** `undefined` for the command line. */
  readonly maker: Owner | undefined;
}

interface TokensProps {
  readonly tokens: readonly Listed[];
  /** Whether the visitor knows all who come here, and may be told who made one. */
  readonly isForAll: boolean;
  readonly directory: SiteDirectory;
  readonly visitor: Visitor;
  readonly now: number;
}

export function Tokens({ tokens, directory, isForAll, visitor, now }: TokensProps) {
  const { tokens: words } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.may}</th>
            <th scope="col">{words.site}</th>
            {isForAll && <th scope="col">{words.madeBy}</th>}
            <th scope="col">{words.lastUsed}</th>
            <th scope="col">{words.action}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ token: { id, name, site, lastUsedAt, scopes: made }, scopes, maker }) => (
            <tr>
              <td class="word" data-label={words.name}>
                <bdi>{line(name)}</bdi>
              </td>
              <td data-label={words.may}>
                {scopes.length > 0 && <code>{scopes.join(', ')}</code>}
                {scopes.length < made.length && (
                  <small class="faint">
                    {' '}
                    {words.noLonger(made.filter((scope) => !scopes.includes(scope)).join(', '))}
                  </small>
                )}
              </td>
              <td class="word" data-label={words.site}>
                {site === undefined ? words.all : (directory.byId(site)?.name ?? site)}
              </td>
              {isForAll && (
                <td class="word" data-label={words.madeBy}>
                  {maker ? <bdi>{line(maker.name)}</bdi> : words.commandLine}
                </td>
              )}
              <td data-label={words.lastUsed}>
                {lastUsedAt === undefined ? words.never : <Moment at={lastUsedAt} now={now} />}
              </td>
              <td>
                <form method="post" action={`/admin/tokens/${id}/revoke`} class="inline">
                  <Csrf visitor={visitor} />
                  <button type="submit" class="quiet" aria-label={words.revokeOne(line(name))}>
                    {words.revoke}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
