import { HttpException } from '@nestjs/common';

/** A refusal as an RFC 9457 document. */
export class Problem extends HttpException {
  constructor(status: number, code: string, detail: string) {
    super({ type: `https://api.clipforge.io/problems/${code}`, title: code, status, detail, code }, status);
  }
}
