import { type Http, PROTOCOLS } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { examine } from '../doctor/examine.ts';
import type { Examination } from '../doctor/finding.ts';
import { look, type Verification } from '../inbound/verification.ts';
import { createPageReader } from '../worker/reader.ts';
import { openNetwork } from './network.ts';

/** Fetching and reading without a store. */
export interface Reading {
  readonly http: Http;
  look(source: string, target: string): Promise<Verification>;
  examine(url: URL): Promise<Examination>;
  close(): Promise<void>;
}

export function openReading(config: Config): Reading {
  const { http } = openNetwork(config, () => false);
  const reader = createPageReader();
  return {
    http,
    look(source, target) {
      return look({ http, readSource: (page) => reader.read('page', page) }, source, target, PROTOCOLS);
    },
    examine: (url) => examine({ http, reader }, url),
    async close() {
      await Promise.all([http.close(), reader.close()]);
    },
  };
}
