import { Controller, Get } from '@nestjs/common';

@Controller('health')
export class HealthController {
  @Get()
  get(): { pid: number } {
    return { pid: process.pid };
  }
}
