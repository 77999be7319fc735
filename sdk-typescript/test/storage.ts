import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LATER = '2099-01-01T00:00:00Z';

/** The upload operations of the API and the storage behind them, on a server of this machine. */
export class Storage {
  readonly parts = new Map<number, Buffer>();
  /** What was asked, as `PUT 3`. */
  readonly asked: string[] = [];
  /** Called before a part is answered. */
  onPart: (number: number) => Promise<void> | void = () => {};
  /** Whether parts are kept; else their bytes are counted. */
  keeps = true;
  bytes = 0;
  announced: Record<string, unknown> = {};
  /** The file that `GET /file` sends, and where its connection is cut, each time once. */
  file = Buffer.alloc(0);
  cuts: number[] = [];
  ranges: (string | undefined)[] = [];
  etag = '"v1"';
  status = 'open';
  private readonly server: Server;

  private constructor(private readonly partSize: number) {
    this.server = createServer((request, response) => void this.answer(request, response).catch(() => response.destroy()));
  }

  static async start(partSize: number): Promise<Storage> {
    const storage = new Storage(partSize);
    await new Promise<void>((ready) => storage.server.listen(0, '127.0.0.1', ready));
    return storage;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** SHA-256 of what arrived, joined by the numbers of the parts. */
  arrived(): string {
    const hash = createHash('sha256');
    for (const number of [...this.parts.keys()].sort((one, other) => one - other)) {
      hash.update(this.parts.get(number)!);
    }
    return hash.digest('hex');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.baseUrl);
    if (url.pathname === '/file') {
      return this.send(request, response);
    }
    if (url.pathname === '/refused') {
      response.writeHead(403).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      if (this.keeps || request.method === 'POST') {
        chunks.push(chunk as Buffer);
      } else {
        this.bytes += (chunk as Buffer).length;
      }
    }
    const body = Buffer.concat(chunks);
    const part = /^\/parts\/(\d+)$/.exec(url.pathname);
    if (part !== null) {
      const number = Number(part[1]);
      this.asked.push(`PUT ${number}`);
      await this.onPart(number);
      this.parts.set(number, body);
      response.setHeader('etag', `"${number}"`);
      response.end();
      return;
    }
    this.asked.push(`${request.method} ${url.pathname}`);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(this.told(url.pathname, request.method!, body.toString())));
  }

  private told(path: string, method: string, body: string): object {
    if (path === '/v1/uploads' && method === 'POST') {
      this.announced = JSON.parse(body) as Record<string, unknown>;
      return { ...this.upload(), parts: [] };
    }
    if (path.endsWith('/parts')) {
      const { part_numbers: numbers } = JSON.parse(body) as { part_numbers: number[] };
      return {
        data: numbers.map((number) => ({
          part_number: number,
          url: `${this.baseUrl}/parts/${number}?signature=s3cret`,
          expires_at: LATER,
        })),
      };
    }
    this.status = path.endsWith('/complete') ? 'completed' : path.endsWith('/abort') ? 'aborted' : this.status;
    return { ...this.upload(), parts: [] };
  }

  private upload(): object {
    const size = Number(this.announced['size_bytes']);
    return {
      id: 'upl_1',
      status: this.status,
      size_bytes: size,
      part_size_bytes: this.partSize,
      part_count: Math.max(1, Math.ceil(size / this.partSize)),
    };
  }

  private send(request: IncomingMessage, response: ServerResponse): void {
    const { range, 'if-range': ifRange } = request.headers;
    this.ranges.push(range);
    const start = range !== undefined && ifRange === this.etag ? Number(/bytes=(\d+)-/.exec(range)![1]) : 0;
    response.writeHead(start > 0 ? 206 : 200, { etag: this.etag, 'content-length': this.file.length - start });
    const cut = this.cuts.shift();
    if (cut === undefined) {
      response.end(this.file.subarray(start));
    } else {
      response.write(this.file.subarray(start, cut), () => setImmediate(() => response.destroy()));
    }
  }
}
