import { VERSION } from './version.js';

/** The environment's variables and version, where there are some. */
interface Platform {
  env?: Record<string, string | undefined>;
  versions?: { node?: string };
}

export const PLATFORM: Platform = (globalThis as { process?: Platform }).process ?? {};

/** How this SDK introduces itself; browsers have a name of their own. */
export const USER_AGENT: string | undefined =
  PLATFORM.versions?.node === undefined ? undefined : `clipforge-typescript/${VERSION} (node ${PLATFORM.versions.node})`;
