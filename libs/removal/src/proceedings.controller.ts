import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { ChargesService } from './charges.service';
import {
  EditCharge,
  EditChargingDocument,
  EditProceeding,
  NewCharge,
  NewChargingDocument,
  NewProceeding,
} from './proceeding.dto';
import { ProceedingsService } from './proceedings.service';
import { RemovalReader } from './removal-reader';
import { ChargeView, ChargingDocumentView, ProceedingView } from './removal.view';

@ApiTags('removal')
@Controller()
export class ProceedingsController {
  constructor(
    private readonly reader: RemovalReader,
    private readonly proceedings: ProceedingsService,
    private readonly charges: ChargesService,
  ) {}

  /** Records a proceeding before an immigration court. */
  @Post('clients/:clientId/proceedings')
  @Allow('removal.edit')
  async add(@Param('clientId') clientId: string, @Body() body: NewProceeding): Promise<ProceedingView> {
    return this.reader.proceeding(await this.proceedings.add(clientId, body));
  }

  /** Changes court, judge, hearing or start. */
  @Patch('proceedings/:proceedingId')
  @Allow('removal.edit')
  async edit(
    @Param('proceedingId') proceedingId: string,
    @IfMatch() version: number,
    @Body() body: EditProceeding,
  ): Promise<ProceedingView> {
    await this.proceedings.edit(proceedingId, version, body);
    return this.reader.proceeding(proceedingId);
  }

  /** Records a charging document. */
  @Post('proceedings/:proceedingId/documents')
  @Allow('removal.edit')
  async addDocument(
    @Param('proceedingId') proceedingId: string,
    @Body() body: NewChargingDocument,
  ): Promise<ChargingDocumentView> {
    return this.reader.document(await this.proceedings.addDocument(proceedingId, body));
  }

  /** Changes what is recorded of a charging document. */
  @Patch('charging-documents/:documentId')
  @Allow('removal.edit')
  async editDocument(
    @Param('documentId') documentId: string,
    @IfMatch() version: number,
    @Body() body: EditChargingDocument,
  ): Promise<ChargingDocumentView> {
    await this.proceedings.editDocument(documentId, version, body);
    return this.reader.document(documentId);
  }

  /** Records a charge by its EOIR code. */
  @Post('proceedings/:proceedingId/charges')
  @Allow('removal.edit')
  async addCharge(@Param('proceedingId') proceedingId: string, @Body() body: NewCharge): Promise<ChargeView> {
    return this.reader.charge(await this.charges.add(proceedingId, body));
  }

  /** Changes a charge, or the convictions it rests on. */
  @Patch('charges/:chargeId')
  @Allow('removal.edit')
  async editCharge(
    @Param('chargeId') chargeId: string,
    @IfMatch() version: number,
    @Body() body: EditCharge,
  ): Promise<ChargeView> {
    await this.charges.edit(chargeId, version, body);
    return this.reader.charge(chargeId);
  }
}
