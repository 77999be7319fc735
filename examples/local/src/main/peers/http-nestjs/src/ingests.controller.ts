import { Body, Controller, Headers, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest, Caller } from './caller';
import { CurrentCaller } from './caller';
import { Idempotency } from './idempotency.service';
import { IngestsService } from './ingests.service';
import { NewIngest } from './new-ingest';
import { Problem } from './problem';
import { RequiredScope, ScopeGuard } from './scope.guard';

@UseGuards(ScopeGuard)
@Controller('v1/ingests')
export class IngestsController {
  constructor(
    private readonly ingests: IngestsService,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @RequiredScope('ingests:write')
  async create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() wanted: NewIngest,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (key === undefined || key.length < 1 || key.length > 255) {
      throw new Problem(400, 'idempotency_key_required', 'Send an Idempotency-Key of 1 to 255 characters.');
    }
    const answer = await this.idempotency.once(caller, key, 'POST /v1/ingests', JSON.stringify(wanted), (manager) =>
      this.ingests.create(manager, wanted, { caller, address: request.ip, requestId: request.id }),
    );
    reply.status(answer.status).headers(answer.headers).type('application/json; charset=utf-8');
    return answer.body;
  }
}
