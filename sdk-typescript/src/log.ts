/** Hears what the client does, for example `console`. No line holds a key, a secret, or the query of an address. */
export interface Log {
  debug(line: string): void;
  warn(line: string): void;
}

export const SILENT: Log = { debug: () => {}, warn: () => {} };
