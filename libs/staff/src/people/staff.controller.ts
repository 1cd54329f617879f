import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { ChangeRole, HeldView, StaffListView, StaffView, SuspendPerson } from './staff.dto';
import { StaffReader } from './staff-reader';
import { StaffService } from './staff.service';

/** The people of the office. */
@ApiTags('staff')
@Controller('staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly reader: StaffReader,
  ) {}

  @Get()
  @Allow('staff.read')
  async list(): Promise<StaffListView> {
    return { items: await this.reader.all(await this.staff.all()), nextCursor: null };
  }

  @Get(':id')
  @Allow('staff.read')
  async read(@Param('id') id: string): Promise<StaffView> {
    return this.reader.one(await this.staff.require(id));
  }

  /** Changes the role; the person signs in again. */
  @Post(':id/role')
  @HttpCode(200)
  @Allow('staff.manage')
  async changeRole(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeRole,
  ): Promise<StaffView> {
    return this.reader.one(await this.staff.changeRole(id, version, body.role));
  }

  /** Open cases and tasks that this person answers for. */
  @Get(':id/held')
  @Allow('staff.manage')
  async held(@Param('id') id: string): Promise<HeldView> {
    return this.staff.held(id);
  }

  /** Closes the account; its sessions and tokens end at once, and its open work goes to whom the request names. */
  @Post(':id/suspend')
  @HttpCode(200)
  @Allow('staff.manage')
  async suspend(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: SuspendPerson,
  ): Promise<StaffView> {
    return this.reader.one(await this.staff.suspend(id, version, body));
  }

  @Post(':id/reinstate')
  @HttpCode(200)
  @Allow('staff.manage')
  async reinstate(@Param('id') id: string, @IfMatch() version: number): Promise<StaffView> {
    return this.reader.one(await this.staff.reinstate(id, version));
  }

  /** Ends every session and token of a person, for example after a laptop was lost. */
  @Delete(':id/sessions')
  @HttpCode(204)
  @Allow('staff.manage')
  async endSessions(@Param('id') id: string): Promise<void> {
    await this.staff.endSessions(id);
  }
}
