import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { ClientConsents, ConsentQuery, ConsentView, NewConsent, RevokeConsent } from './consent.dto';
import { ConsentsService } from './consents.service';

@ApiTags('person')
@Controller('clients/:clientId/consents')
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  /** The consent register as it stands on a day. */
  @Get()
  @Allow('person.read')
  listConsents(@Param('clientId') clientId: string, @Query() query: ConsentQuery): Promise<ClientConsents> {
    return this.consents.of(clientId, query.on);
  }

  /** Records who may be told what; a consent is never edited, only revoked and replaced. */
  @Post()
  @Allow('person.edit')
  async giveConsent(@Param('clientId') clientId: string, @Body() body: NewConsent): Promise<ConsentView> {
    return this.consents.one(clientId, await this.consents.give(clientId, body));
  }

  /** Revokes a consent from today on. */
  @Post(':consentId/revoke')
  @HttpCode(200)
  @Allow('person.edit')
  async revokeConsent(
    @Param('clientId') clientId: string,
    @Param('consentId') consentId: string,
    @IfMatch() version: number,
    @Body() body: RevokeConsent,
  ): Promise<ConsentView> {
    await this.consents.revoke(clientId, consentId, version, body.reason);
    return this.consents.one(clientId, consentId);
  }
}
