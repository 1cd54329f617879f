import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, StepUp } from '@app/access';
import { IfMatch } from '@app/platform';
import { StaffView } from '../people/staff.dto';
import { StaffReader } from '../people/staff-reader';
import { LockAccount } from './lock.dto';
import { Locks } from './locks.service';

/** The emergency lock of a colleague's account. Locking asks for no fresh proof: it must be quick, and can be undone. */
@ApiTags('staff')
@Controller('staff')
export class LocksController {
  constructor(
    private readonly locks: Locks,
    private readonly reader: StaffReader,
  ) {}

  /** Locks the account at once; its sessions and tokens end. */
  @Post(':id/lock')
  @HttpCode(200)
  @Allow('staff.lock')
  async lock(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: LockAccount,
  ): Promise<StaffView> {
    return this.reader.one(await this.locks.lock(id, version, body.reason));
  }

  /** Lets the person sign in again. */
  @Post(':id/unlock')
  @HttpCode(200)
  @Allow('staff.lock')
  @StepUp()
  async unlock(@Param('id') id: string, @IfMatch() version: number): Promise<StaffView> {
    return this.reader.one(await this.locks.unlock(id, version));
  }

  /** Takes every second factor of a colleague away who lost them; sessions and tokens end. */
  @Delete(':id/factors')
  @HttpCode(204)
  @Allow('staff.lock')
  @StepUp()
  async removeFactors(@Param('id') id: string): Promise<void> {
    await this.locks.removeFactors(id);
  }
}
