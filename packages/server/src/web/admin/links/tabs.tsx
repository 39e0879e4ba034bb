import { useWords } from '../speaking.tsx';

export const LINK_TABS = {
  table: '',
  pages: '/pages',
  domains: '/domains',
  time: '/time',
  happened: '/changes',
  ties: '/ties',
} as const;
export type LinkTab = keyof typeof LINK_TABS;

/** The ways to look at the links, of the same site. */
export function LinkTabs({ tab, site }: { tab: LinkTab; site: string | undefined }) {
  const { links } = useWords();
  return (
    <nav class="tabs" aria-label={links.views}>
      <ul>
        {Object.entries(LINK_TABS).map(([id, path]) => (
          <li>
            <a
              href={`/admin/links${path}${site ? `?site=${encodeURIComponent(site)}` : ''}`}
              aria-current={id === tab ? 'page' : undefined}
            >
              {links.tabs[id as LinkTab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
