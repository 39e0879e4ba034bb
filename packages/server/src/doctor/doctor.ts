import type { Http } from '@hearback/protocol';
import type { SiteDirectory } from '../pages/directory.ts';
import type { Clock, Elapsed, PageReader, Random, Store } from '../ports/index.ts';
import { settingsOf } from '../site-settings.ts';
import type { TestPages } from '../test-page.ts';
import { examine } from './examine.ts';
import type { Examination, Role } from './finding.ts';
import { sendTest, type TestReport } from './send-test.ts';
import type { Own } from './target.ts';

export interface Doctor {
  /** Looks at a page; as both, unless told as what. Never rejects for anything in the page. */
  examine(url: URL, as?: Role): Promise<Examination>;
  /** Sends a test notification about a page of a site by each protocol that it takes. The same holds. */
  test(url: URL): Promise<TestReport>;
}

export interface DoctorDeps {
  /** A network of the doctor's own: this server's own address is open to it, which no stranger may have asked. */
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly store: Pick<Store, 'refusals'>;
  readonly directory: SiteDirectory;
  readonly random: Random;
  readonly elapsed: Elapsed;
  readonly clock: Clock;
  readonly publicUrl: () => string;
  readonly testPages: Pick<TestPages, 'addressFor'>;
}

export function createDoctor(deps: DoctorDeps): Doctor {
  const { directory, publicUrl } = deps;
  return {
    examine: (url, as) => examine({ ...deps, own: ownIn(directory, publicUrl()) }, url, as),
    async test(url) {
      const own = directory.resolve(url);
      const takesRefbacks = own !== undefined && settingsOf(own.site).protocols.includes('refback');
      return sendTest({ ...deps, pages: deps.testPages, publicUrl: publicUrl() }, url, takesRefbacks);
    },
  };
}

/** What a directory knows of an address, as an examination asks for it. */
export function ownIn(directory: SiteDirectory, publicUrl: string | undefined) {
  return async (url: URL): Promise<Own | undefined> => {
    const target = directory.resolve(url);
    return target && { target, isMapped: directory.isMapped(target.site.id), publicUrl };
  };
}
