import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, type HealthCheckResult } from '@nestjs/terminus';
import { Open } from '@app/access';
import { Database } from '@app/platform';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: Database,
  ) {}

  /** Whether the database answers. */
  @Get()
  @Open('monitors have no account')
  @HealthCheck({ swaggerDocumentation: false })
  check(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        await this.database.outside('SELECT 1');
        return { database: { status: 'up' } };
      },
    ]);
  }
}
