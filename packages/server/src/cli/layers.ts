import { readFileSync } from 'node:fs';
import { CONFIG_KEYS, flagOf, type RawConfig, variableOf } from '../config.ts';
import { HearbackError, messageOf } from '../errors.ts';
import type { Flags } from './command.ts';

/** Flags over `HEARBACK_…` variables over the file that `--config` names. An empty variable means "not set". */
export function configLayers(flags: Flags, env: Readonly<Record<string, string | undefined>>): RawConfig {
  const file = flags.config ?? env.HEARBACK_CONFIG;
  const layered: Record<string, unknown> = typeof file === 'string' && file ? { ...readFile(file) } : {};
  for (const key of CONFIG_KEYS) {
    const variable = env[variableOf(key)];
    if (variable) layered[key] = variable;
    const flag = flags[flagOf(key).slice(2)];
    if (flag !== undefined) layered[key] = flag;
  }
  return layered;
}

function readFile(path: string): RawConfig {
  const text = read(path);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as RawConfig;
  } catch (error) {
    throw new HearbackError('config', `The configuration file ${path} is not valid JSON: ${messageOf(error)}`);
  }
  throw new HearbackError(
    'config',
    `The configuration file ${path} must hold one JSON object, like {"sites": ["https://example.org"]}`,
  );
}

function read(path: string): string {
  try {
    // Editors on Windows begin a file with a mark that JSON does not know.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new HearbackError('config', `The configuration file ${path} cannot be read: ${messageOf(error)}`);
  }
}
