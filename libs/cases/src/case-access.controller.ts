import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseAccessService } from './case-access.service';
import { CaseAccess } from './case.view';
import { CasesService } from './cases.service';

class PageQuery {
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
}

@ApiTags('cases')
@Controller('cases/:caseId')
export class CaseAccessController {
  constructor(
    private readonly cases: CasesService,
    private readonly access: CaseAccessService,
  ) {}

  /** Who is on the case, who sees it by role, and who opened or changed what. */
  @Get('access')
  @Allow('case.access')
  async accessed(@Param('caseId') caseId: string, @Query() query: PageQuery): Promise<CaseAccess> {
    return this.access.of(await this.cases.require(caseId), query.cursor);
  }
}
