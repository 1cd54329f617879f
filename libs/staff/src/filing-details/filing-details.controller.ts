import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { currentActor, IfMatch } from '@app/platform';
import { FilerProfileView, LetterheadView, WriteFilerProfile, WriteLetterhead } from './filing-details.dto';
import { FilingDetails } from './filing-details.service';

@ApiTags('organisations')
@Controller()
export class FilingDetailsController {
  constructor(private readonly details: FilingDetails) {}

  /** The office's block on court papers. Version 0 means that nothing has been written yet. */
  @Get('organisation/letterhead')
  @Allow('organisation.read')
  letterhead(): Promise<LetterheadView> {
    return this.details.letterhead();
  }

  /** Writes the office's block on court papers. */
  @Put('organisation/letterhead')
  @Allow('organisation.edit')
  async writeLetterhead(@IfMatch() version: number, @Body() body: WriteLetterhead): Promise<LetterheadView> {
    await this.details.writeLetterhead(version, body);
    return this.details.letterhead();
  }

  /** The own EOIR ID and telephone for court papers. */
  @Get('me/filing-details')
  @Allow('me.read')
  profile(): Promise<FilerProfileView> {
    return this.details.profile(currentActor().userId);
  }

  /** Writes the own EOIR ID and telephone. */
  @Put('me/filing-details')
  @Allow('me.change')
  async writeProfile(@IfMatch() version: number, @Body() body: WriteFilerProfile): Promise<FilerProfileView> {
    await this.details.writeProfile(version, body);
    return this.details.profile(currentActor().userId);
  }
}
