import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions } from '@app/access';
import {
  BlanksView,
  FILING_KINDS,
  FilingsService,
  FilingView,
  layOut,
  templateOf,
  type FilingKindName,
} from '@app/filings';
import { notFound } from '@app/platform';
import { DraftPaper } from './motion-papers.dto';
import { PaperFactsService } from './paper-facts.service';

/** Papers of a motion, filled from the client's record. */
@ApiTags('filings')
@Controller('clients/:clientId/filings')
export class MotionPapersController {
  constructor(
    private readonly facts: PaperFactsService,
    private readonly filings: FilingsService,
  ) {}

  /** What is missing before this paper can be printed without blanks. */
  @Get(':kind/blanks')
  @Allow('filing.read')
  @ApiParam({ name: 'kind', enum: FILING_KINDS })
  async blanks(@Param('clientId') clientId: string, @Param('kind') kind: string): Promise<BlanksView> {
    if (!isKind(kind)) throw notFound();
    const { blanks } = layOut(kind, await this.facts.gather(clientId, kind, {}));
    const sources = templateOf(kind).ruleSource;
    return {
      ready: blanks.length === 0,
      blanks,
      source: sources.map((source) => source.citation).join('; '),
      verified: sources.every((source) => source.verified),
    };
  }

  /** Prints a draft; 422 with the list when facts are missing and blanks are not accepted. */
  @Post()
  @Allow('filing.create')
  @OwnTransactions()
  draft(@Param('clientId') clientId: string, @Body() body: DraftPaper): Promise<FilingView> {
    const { kind, acceptBlanks = false, options = {} } = body;
    return this.filings.draft(clientId, kind, acceptBlanks, () => this.facts.gather(clientId, kind, options));
  }
}

function isKind(text: string): text is FilingKindName {
  return (FILING_KINDS as readonly string[]).includes(text);
}
