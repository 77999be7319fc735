import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import cluster from 'node:cluster';
import { AppModule } from './app.module';
import { newId } from './typeids';

async function serve(): Promise<void> {
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: () => `req_${newId().replaceAll('-', '')}`,
    keepAliveTimeout: 75_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, { logger: ['error', 'warn'] });
  app.useGlobalPipes(new ValidationPipe({ transform: true }));
  app.getHttpAdapter().getInstance().addHook('onSend', async (request, reply) => {
    reply.header('Request-Id', request.id);
  });
  await app.listen(Number(process.env.PORT), '127.0.0.1');
}

function main(): void {
  const workers = Number(process.env.WORKERS);
  let listening = 0;
  for (let i = 0; i < workers; i++) {
    cluster.fork();
  }
  cluster.on('listening', () => {
    if (++listening === workers) {
      console.log('ready');
    }
  });
  cluster.on('exit', () => process.exit(1));
}

if (cluster.isPrimary) {
  main();
} else {
  void serve();
}
