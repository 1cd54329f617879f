import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { ClientFamily, EditRelative, NewRelative, RelativeView } from './relative.dto';
import { RelativesService } from './relatives.service';

@ApiTags('person')
@Controller('clients/:clientId/family')
export class RelativesController {
  constructor(private readonly relatives: RelativesService) {}

  /** Family and household. */
  @Get()
  @Allow('person.read')
  listFamily(@Param('clientId') clientId: string): Promise<ClientFamily> {
    return this.relatives.of(clientId);
  }

  /** Adds somebody of the family or the household. */
  @Post()
  @Allow('person.edit')
  async addRelative(@Param('clientId') clientId: string, @Body() body: NewRelative): Promise<RelativeView> {
    return this.relatives.one(clientId, await this.relatives.add(clientId, body));
  }

  /** Changes what is recorded of a relative; old values stay in the history. */
  @Patch(':relativeId')
  @Allow('person.edit')
  async editRelative(
    @Param('clientId') clientId: string,
    @Param('relativeId') relativeId: string,
    @IfMatch() version: number,
    @Body() body: EditRelative,
  ): Promise<RelativeView> {
    await this.relatives.edit(clientId, relativeId, version, body);
    return this.relatives.one(clientId, relativeId);
  }

  /** Takes a relative off the list. */
  @Delete(':relativeId')
  @HttpCode(204)
  @Allow('person.edit')
  withdrawRelative(
    @Param('clientId') clientId: string,
    @Param('relativeId') relativeId: string,
  ): Promise<void> {
    return this.relatives.withdraw(clientId, relativeId);
  }
}
