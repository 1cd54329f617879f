import { Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions } from '@app/access';
import { IfMatch } from '@app/platform';
import { FilingList, FilingView } from './filing.view';
import { FilingsService } from './filings.service';
import { fileName } from './templates/template';

@ApiTags('filings')
@Controller()
export class FilingsController {
  constructor(private readonly filings: FilingsService) {}

  /** The papers generated for a client, newest first. */
  @Get('clients/:clientId/filings')
  @Allow('filing.read')
  list(@Param('clientId') clientId: string): Promise<FilingList> {
    return this.filings.of(clientId);
  }

  /** The latest printing. The bytes are those that were kept when it was made. */
  @Get('filings/:id/pdf')
  @Allow('filing.read')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pdf(@Param('id') id: string): Promise<StreamableFile> {
    const { kind, pdf } = await this.filings.pdf(id);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="${fileName(kind)}"`,
      length: pdf.length,
    });
  }

  /** Signs a draft off and prints it without the draft mark. */
  @Post('filings/:id/sign-off')
  @HttpCode(200)
  @Allow('filing.sign_off')
  @OwnTransactions()
  signOff(@Param('id') id: string, @IfMatch() version: number): Promise<FilingView> {
    return this.filings.signOff(id, version);
  }
}
