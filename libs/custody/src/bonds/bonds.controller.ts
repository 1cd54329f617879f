import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { CustodyFileService } from '../custody-file.service';
import { CustodyFileView } from '../custody-file.view';
import { BondInput, EndStay } from './bond.dto';
import { BondsService } from './bonds.service';

@ApiTags('custody')
@Controller()
export class BondsController {
  constructor(
    private readonly file: CustodyFileService,
    private readonly bonds: BondsService,
  ) {}

  /** Records a bond of a detention, from the request on. */
  @Post('custody-episodes/:episodeId/bonds')
  @Allow('custody.record')
  async addBond(@Param('episodeId') episodeId: string, @Body() body: BondInput): Promise<CustodyFileView> {
    return this.file.of(await this.bonds.add(episodeId, body));
  }

  /** Records what became of a bond; each status it had stays. */
  @Patch('bonds/:bondId')
  @Allow('custody.record')
  async editBond(
    @Param('bondId') bondId: string,
    @IfMatch() version: number,
    @Body() body: BondInput,
  ): Promise<CustodyFileView> {
    return this.file.of(await this.bonds.edit(bondId, version, body));
  }

  /** Records that the automatic stay of a release ended, or that it was recorded in error; what was recorded stays. */
  @Post('bonds/:bondId/stay-end')
  @HttpCode(200)
  @Allow('custody.record')
  async endStay(
    @Param('bondId') bondId: string,
    @IfMatch() version: number,
    @Body() body: EndStay,
  ): Promise<CustodyFileView> {
    return this.file.of(await this.bonds.endStay(bondId, version, body));
  }
}
