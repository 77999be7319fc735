import { ApiError } from './errors.js';
import type { Problem } from './generated/models.js';
import { retryAfterMs } from './retry-after.js';

/** Turns an answer that is no success into the error for it. */
export function refusal(response: Response, body: string, now: () => number): ApiError {
  const { status, headers } = response;
  const problem = { ...(parse(body) ?? stranger(status)) };
  problem.request_id ??= headers.get('request-id') ?? undefined!;
  return ApiError.of({ status, problem, headers, retryAfterMs: retryAfterMs(headers.get('retry-after'), now) });
}

function parse(body: string): Problem | undefined {
  try {
    const problem = JSON.parse(body) as Problem | null;
    return typeof problem?.code === 'string' && typeof problem.title === 'string' ? problem : undefined;
  } catch {
    return undefined;
  }
}

/** An answer of something in between, such as a proxy's HTML page. */
function stranger(status: number): Problem {
  return { type: 'about:blank', status, code: `http_${status}`, title: 'The answer did not come from ClipForge' };
}
