import type { ExportFormat } from './format.ts';
import { jf2Export, jsonFeedExport } from './json.ts';
import { wxrExport } from './wxr.ts';

/** Everything that can be exported. A new format is one line here. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [wxrExport, jf2Export, jsonFeedExport];
