import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AuthenticatedRequest } from './caller';
import { Keys } from './keys.service';
import { Problem } from './problem';

/** The scope that a route requires. */
export const RequiredScope = Reflector.createDecorator<string>();

const BEARER = 'Bearer ';

/** Lets a key with the scope of the route pass. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(
    private readonly keys: Keys,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const shown = request.headers.authorization;
    const caller = shown?.startsWith(BEARER) ? await this.keys.find(shown.slice(BEARER.length)) : undefined;
    if (caller === undefined) {
      throw new Problem(401, 'unauthenticated', 'Show an API key as a bearer token.');
    }
    const scope = this.reflector.get(RequiredScope, context.getHandler());
    if (!caller.scopes.has(scope) && !caller.scopes.has('*')) {
      throw new Problem(403, 'forbidden', `The key lacks the scope ${scope}.`);
    }
    request.caller = caller;
    return true;
  }
}
