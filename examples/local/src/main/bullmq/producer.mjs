import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { answer, connect, now } from './answering.mjs';

const [, , name] = process.argv;
const connection = connect();
const queue = new Queue(name, {
  connection,
  // finished jobs leave Redis, as its production guide asks for; keeping them costs memory and time
  defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
});
await queue.waitUntilReady();

answer({
  /** In bulk, which its guide names as the way to add many: one round trip for a batch. */
  async add(count, batch) {
    for (let added = 0; added < count; added += batch) {
      const size = Math.min(batch, count - added);
      await queue.addBulk(Array.from({ length: size }, () => ({ name: 'noop', data: { at: now() } })));
    }
  },

  /** One by one at an even pace; what is due is sent without waiting for the answers before it. */
  async pace(rate, count) {
    const start = now();
    const adding = [];
    while (adding.length < count) {
      const due = Math.min(count, Math.floor(((now() - start) * rate) / 1000) + 1);
      while (adding.length < due) {
        adding.push(queue.add('noop', { at: now() }));
      }
      await sleep(1);
    }
    await Promise.all(adding);
  },

  async stop() {
    await queue.obliterate({ force: true });
    await queue.close();
    await connection.quit();
  },
});
