import { Redis } from 'ioredis';

/** Answers what the crew asks by calling the method of that name. */
export function answer(methods) {
  const all = { cpu, ...methods };
  process.on('message', async ({ id, question, args }) => {
    try {
      process.send({ id, answer: await all[question](...args) });
    } catch (e) {
      process.send({ id, error: e.stack });
    }
  });
  process.send({ id: 'ready' });
}

/** BullMQ asks for maxRetriesPerRequest null: a worker waits for Redis instead of giving up. */
export function connect() {
  return new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: null });
}

/** Milliseconds on a clock that all processes of a machine share. */
export function now() {
  return Number(process.hrtime.bigint()) / 1e6;
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
