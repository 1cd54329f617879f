import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Reveals } from '@app/access';
import { IfMatch } from '@app/platform';
import {
  ClientIdentifiers,
  EditIdentifier,
  IdentifierView,
  NewIdentifier,
  RevealedIdentifier,
} from './identifier.dto';
import { IdentifiersService } from './identifiers.service';

@ApiTags('person')
@Controller('clients/:clientId/identifiers')
export class IdentifiersController {
  constructor(private readonly identifiers: IdentifiersService) {}

  /** Numbers by which offices know the client, masked. */
  @Get()
  @Allow('person.read')
  listIdentifiers(@Param('clientId') clientId: string): Promise<ClientIdentifiers> {
    return this.identifiers.of(clientId);
  }

  /** Adds a number of one kind; its shape is checked. */
  @Post()
  @Allow('person.edit')
  async addIdentifier(
    @Param('clientId') clientId: string,
    @Body() body: NewIdentifier,
  ): Promise<IdentifierView> {
    return this.identifiers.one(clientId, await this.identifiers.add(clientId, body));
  }

  /** Corrects a number or what is noted beside it. */
  @Patch(':identifierId')
  @Allow('person.edit')
  async editIdentifier(
    @Param('clientId') clientId: string,
    @Param('identifierId') identifierId: string,
    @IfMatch() version: number,
    @Body() body: EditIdentifier,
  ): Promise<IdentifierView> {
    await this.identifiers.edit(clientId, identifierId, version, body);
    return this.identifiers.one(clientId, identifierId);
  }

  /** Takes a number off the record; the old one stays in the history. */
  @Delete(':identifierId')
  @HttpCode(204)
  @Allow('person.edit')
  removeIdentifier(
    @Param('clientId') clientId: string,
    @Param('identifierId') identifierId: string,
  ): Promise<void> {
    return this.identifiers.remove(clientId, identifierId);
  }

  /** The whole number. The audit entry is committed before the answer leaves. */
  @Post(':identifierId/reveal')
  @HttpCode(200)
  @Allow('client.reveal')
  @Reveals()
  async revealIdentifier(
    @Param('clientId') clientId: string,
    @Param('identifierId') identifierId: string,
  ): Promise<RevealedIdentifier> {
    return { value: await this.identifiers.reveal(clientId, identifierId) };
  }
}
