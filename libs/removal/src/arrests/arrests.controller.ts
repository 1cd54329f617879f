import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, may } from '@app/access';
import { IfMatch } from '@app/platform';
import { RecordKeeper } from '../records/record-keeper';
import { ADMISSION, ARREST } from './arrests-kinds';
import { EditAdmission, EditArrest, NewAdmission, NewArrest } from './arrests.dto';
import { AdmissionView, ArrestView } from './arrests.view';
import { ClientArrests } from './client-arrests.view';

@ApiTags('removal')
@Controller()
export class ArrestsController {
  constructor(private readonly keeper: RecordKeeper) {}

  /** Arrests, whatever came of them. */
  @Get('clients/:clientId/arrests')
  @Allow('removal.read')
  async readArrests(@Param('clientId') clientId: string): Promise<ClientArrests> {
    return {
      items: await this.keeper.of(ARREST, clientId),
      admissions: await this.keeper.of(ADMISSION, clientId),
      can: { edit: may('removal.edit') },
    };
  }

  /** Records an arrest. */
  @Post('clients/:clientId/arrests')
  @Allow('removal.edit')
  async addArrest(@Param('clientId') clientId: string, @Body() body: NewArrest): Promise<ArrestView> {
    return this.keeper.one(ARREST, await this.keeper.add(ARREST, clientId, body));
  }

  /** Changes what is recorded of it; earlier outcomes stay. */
  @Patch('arrests/:arrestId')
  @Allow('removal.edit')
  async editArrest(
    @Param('arrestId') arrestId: string,
    @IfMatch() version: number,
    @Body() body: EditArrest,
  ): Promise<ArrestView> {
    await this.keeper.edit(ARREST, arrestId, version, body);
    return this.keeper.one(ARREST, arrestId);
  }

  /** Records how the client came. */
  @Post('clients/:clientId/admissions')
  @Allow('removal.edit')
  async addAdmission(
    @Param('clientId') clientId: string,
    @Body() body: NewAdmission,
  ): Promise<AdmissionView> {
    return this.keeper.one(ADMISSION, await this.keeper.add(ADMISSION, clientId, body));
  }

  /** Changes what is recorded of it. */
  @Patch('admissions/:admissionId')
  @Allow('removal.edit')
  async editAdmission(
    @Param('admissionId') admissionId: string,
    @IfMatch() version: number,
    @Body() body: EditAdmission,
  ): Promise<AdmissionView> {
    await this.keeper.edit(ADMISSION, admissionId, version, body);
    return this.keeper.one(ADMISSION, admissionId);
  }
}
