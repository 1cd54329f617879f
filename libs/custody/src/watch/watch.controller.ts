import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { CustodyWatch } from './watch.service';
import { DetainedList } from './watch.view';

@ApiTags('custody')
@Controller('detained')
export class WatchController {
  constructor(private readonly watch: CustodyWatch) {}

  /** Held clients of the caseload: where they were last seen, and whose next look-up is due. */
  @Get()
  @Allow('custody.list')
  listDetained(): Promise<DetainedList> {
    return this.watch.list();
  }
}
