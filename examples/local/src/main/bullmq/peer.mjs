// Measures BullMQ on the Redis that REDIS_URL names and prints one line of JSON.
//
//   node peer.mjs [--jobs 20000] [--batch 500] [--shapes 1x50,1x100,1x200] [--rate 500] [--seconds 20]
//
// A shape is WORKER PROCESSESxCONCURRENCY. Every shape is tried and the fastest one counts. The producer is always a
// process of its own, because JavaScript runs on one core of a process.

import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { Crew } from './crew.mjs';
import { quantile } from './quantile.mjs';

const WARM_UP = 5_000;

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '20000' },
    batch: { type: 'string', default: '500' },
    shapes: { type: 'string', default: '1x50,1x100,1x200' },
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
  },
});
const jobs = Number(values.jobs);
const batch = Number(values.batch);
const shapes = values.shapes.split(',').map(readShape);
const redis = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: null });

try {
  const streaming = await best(stream);
  const drain = await best(drainBacklog);
  const paced = await onCrew(readShape(streaming.shape), pace);
  console.log(JSON.stringify({ streaming, drain, paced }));
} finally {
  await redis.quit();
}

function readShape(text) {
  const [workers, concurrency] = text.split('x').map(Number);
  return { workers, concurrency };
}

async function best(scenario) {
  const runs = [];
  for (const shape of shapes) {
    runs.push(await onCrew(shape, scenario));
  }
  return runs.reduce((a, b) => (b.jobsPerSecond > a.jobsPerSecond ? b : a));
}

/** Runs a scenario on processes of its own that are warm, and takes their keys away afterwards. */
async function onCrew(shape, scenario) {
  const crew = await Crew.start(shape);
  try {
    await crew.add(WARM_UP, batch);
    await crew.done(WARM_UP);
    return { shape: `${shape.workers}x${shape.concurrency}`, ...(await scenario(crew)) };
  } finally {
    await crew.stop();
  }
}

/** Jobs are added and processed at the same time. */
async function stream(crew) {
  return counted(crew, async () => {
    await crew.add(jobs, batch);
    await crew.done(jobs);
  }, jobs);
}

/** Jobs lie there already when the workers begin. */
async function drainBacklog(crew) {
  await crew.pause();
  await crew.add(jobs, batch);
  return counted(crew, async () => {
    await crew.resume();
    await crew.done(jobs);
  }, jobs);
}

/** One add a job, at an even pace that leaves everything idle most of the time. */
async function pace(crew) {
  const offered = Number(values.rate) * Number(values.seconds);
  const cost = await counted(crew, async () => {
    await crew.pace(Number(values.rate), offered);
    await crew.done(offered);
  }, offered);
  const waits = (await crew.waits()).sort((a, b) => a - b);
  return { ...cost, p50Ms: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99) };
}

async function counted(crew, work, count) {
  await crew.forget();
  const before = (await redisCpu()) + (await crew.cpu());
  await work();
  const cpu = (await redisCpu()) + (await crew.cpu()) - before;
  const { first, last } = await crew.span();
  return { jobsPerSecond: (count / (last - first)) * 1000, cpuSecondsPer1000: (cpu / count) * 1000 };
}

async function redisCpu() {
  const info = await redis.info('cpu');
  return ['used_cpu_sys', 'used_cpu_user']
    .map((it) => Number(new RegExp(`^${it}:(.*)$`, 'm').exec(info)[1]))
    .reduce((a, b) => a + b);
}
