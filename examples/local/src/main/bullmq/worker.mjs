import { Worker } from 'bullmq';
import { answer, connect, now } from './answering.mjs';

const TELL_EVERY = 500;
const TELL_AFTER_MS = 5;

const [, , name, concurrency] = process.argv;
const connection = connect();
let first;
let last;
let waits = [];
let untold = 0;
let telling;

const worker = new Worker(
  name,
  async (job) => {
    const start = now();
    first ??= start;
    waits.push(start - job.data.at);
  },
  // Everything else keeps its default: drainDelay, lockDuration and stalledInterval are not to be touched for speed.
  // Concurrency is the one knob that its guide turns for jobs that do not need the processor.
  { connection, concurrency: Number(concurrency) },
);
worker.on('error', (e) => {
  console.error(e);
  process.exit(1);
});
worker.on('completed', () => {
  last = now();
  untold++;
  if (untold >= TELL_EVERY) {
    tell();
  } else {
    telling ??= setTimeout(tell, TELL_AFTER_MS);
  }
});

function tell() {
  clearTimeout(telling);
  telling = undefined;
  if (untold > 0) {
    process.send({ finished: untold });
    untold = 0;
  }
}

await worker.waitUntilReady();

answer({
  pause: () => worker.pause(),
  resume: () => worker.resume(),
  forget() {
    first = last = undefined;
    waits = [];
    untold = 0;
  },
  span: () => ({ first, last }),
  waits: () => waits,
  async stop() {
    await worker.close();
    await connection.quit();
  },
});
