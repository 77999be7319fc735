import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A request that the server saw. */
export interface Seen {
  method: string;
  path: string;
  query: Record<string, string[]>;
  headers: Record<string, string>;
  body?: string;
  sha256: string;
}

/** The server of openapi/conformance, in a process of its own. */
export class ConformanceServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(folder: URL): Promise<ConformanceServer> {
    const child = spawn('python3', [new URL('server.py', folder).pathname], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return new ConformanceServer(child, /http:\/\/\S+/.exec(String(line))![0]);
  }

  async open(script: unknown): Promise<{ id: string; base_url: string }> {
    return this.send('POST', '/cases', { script });
  }

  async seen(id: string): Promise<{ requests: Seen[]; steps_left: number }> {
    return this.send('GET', `/cases/${id}`);
  }

  async close(id: string): Promise<void> {
    await this.send('DELETE', `/cases/${id}`);
  }

  stop(): void {
    this.process.stdin!.end();
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.url + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return (await answer.json()) as T;
  }
}
