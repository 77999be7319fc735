import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who calls. */
export interface Caller {
  keyId: string;
  orgId: string;
  environment: string;
  scopes: ReadonlySet<string>;
}

export interface AuthenticatedRequest extends FastifyRequest {
  caller: Caller;
}

/** The caller that the guard has found. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AuthenticatedRequest>().caller,
);
