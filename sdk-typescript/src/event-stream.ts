/** One event of a stream. */
export interface Message {
  /** Its place in the stream; empty when the server gave none. */
  id: string;
  /** Its lines of data, joined. */
  data: string;
}

/** Server-Sent Events as they arrive. What was not finished by a blank line is dropped. */
export class EventStream {
  /** How long the server asked to wait before connecting again, in milliseconds. */
  retryMs: number | undefined;

  constructor(private readonly chunks: AsyncIterable<Uint8Array>) {}

  async *messages(): AsyncGenerator<Message, void, undefined> {
    let id = '';
    let data: string[] = [];
    for await (const line of this.lines()) {
      const [, field, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
      if (line === '' && data.length > 0) {
        yield { id, data: data.join('\n') };
        id = '';
        data = [];
      } else if (field === 'data') {
        data.push(value);
      } else if (field === 'id') {
        id = value;
      } else if (field === 'retry' && /^\d{1,9}$/.test(value)) {
        this.retryMs = Number(value);
      }
    }
  }

  private async *lines(): AsyncGenerator<string, void, undefined> {
    const decoder = new TextDecoder();
    let begun = '';
    for await (const chunk of this.chunks) {
      const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
      begun = lines.pop() ?? '';
      for (const line of lines) {
        yield line.endsWith('\r') ? line.slice(0, -1) : line;
      }
    }
  }
}
