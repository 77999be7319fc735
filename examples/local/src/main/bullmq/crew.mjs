import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';

/** A producer and some workers on a queue of their own, each a process. */
export class Crew {
  #producer;
  #workers;

  constructor(producer, workers) {
    this.#producer = producer;
    this.#workers = workers;
  }

  static async start({ workers, concurrency }) {
    const queue = `bench-${randomUUID()}`;
    const producer = new Member('producer.mjs', [queue]);
    const members = Array.from({ length: workers }, () => new Member('worker.mjs', [queue, String(concurrency)]));
    await Promise.all([producer, ...members].map((it) => it.ready()));
    return new Crew(producer, members);
  }

  add(count, batch) {
    return this.#producer.ask('add', count, batch);
  }

  pace(rate, count) {
    return this.#producer.ask('pace', rate, count);
  }

  pause() {
    return this.#ofAll('pause');
  }

  resume() {
    return this.#ofAll('resume');
  }

  /** Resolves when the workers have finished this many jobs since they last forgot. */
  async done(count) {
    await new Promise((resolve, reject) => {
      const look = () => this.#workers.reduce((sum, it) => sum + it.finished, 0) >= count && resolve();
      for (const worker of this.#workers) {
        worker.onFinished = look;
        worker.onDeath = reject;
      }
      look();
    });
  }

  async forget() {
    await this.#ofAll('forget');
    for (const worker of this.#workers) {
      worker.finished = 0;
    }
  }

  /** When the first job started and the last one was finished, milliseconds. */
  async span() {
    const spans = await this.#ofAll('span');
    return { first: Math.min(...spans.map((it) => it.first)), last: Math.max(...spans.map((it) => it.last)) };
  }

  /** From the call that adds a job to its start, milliseconds. */
  async waits() {
    return (await this.#ofAll('waits')).flat();
  }

  /** Seconds of processor time that all its processes have used. */
  async cpu() {
    const used = await Promise.all([this.#producer, ...this.#workers].map((it) => it.ask('cpu')));
    return used.reduce((a, b) => a + b);
  }

  async stop() {
    await Promise.all(this.#workers.map((it) => it.stop()));
    await this.#producer.stop();
  }

  #ofAll(question) {
    return Promise.all(this.#workers.map((it) => it.ask(question)));
  }
}

/** A process that answers questions over its channel; `answering.mjs` is its other end. */
class Member {
  finished = 0;
  onFinished = () => {};
  onDeath = () => {};
  #process;
  #ready;
  #waiting = new Map();
  #asked = 0;

  constructor(program, args) {
    this.#process = fork(new URL(program, import.meta.url), args);
    this.#ready = new Promise((resolve, reject) => this.#waiting.set('ready', { resolve, reject }));
    this.#process.on('message', (message) => this.#hear(message));
    this.#process.on('exit', (code) => this.#die(new Error(`${program} ended with ${code}`)));
  }

  ready() {
    return this.#ready;
  }

  ask(question, ...args) {
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      this.#waiting.set(id, { resolve, reject });
      this.#process.send({ id, question, args });
    });
  }

  async stop() {
    await this.ask('stop');
    const gone = once(this.#process, 'exit');
    this.#process.disconnect();
    await gone;
  }

  #hear(message) {
    if (message.finished) {
      this.finished += message.finished;
      this.onFinished();
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) {
      waiting.reject(new Error(message.error));
    } else {
      waiting.resolve(message.answer);
    }
  }

  #die(reason) {
    this.onDeath(reason);
    for (const { reject } of this.#waiting.values()) {
      reject(reason);
    }
  }
}
