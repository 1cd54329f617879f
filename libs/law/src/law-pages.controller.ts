import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { notFound } from '@app/platform';
import {
  FORMER_GROUNDS,
  groundById,
  GROUNDS,
  GROUNDS_AS_OF,
  GROUNDS_NOTE,
  pardonJurisdictions,
  type FormerGround,
  type PardonGround,
  type PardonJurisdiction,
} from '@app/rules';
import { JurisdictionPage } from './clemency-calendar.view';
import { FormerGroundView, GroundList, GroundView } from './ground.view';
import { JurisdictionList, JurisdictionView } from './jurisdiction.view';
import { GroundQuery, JurisdictionQuery } from './law-pages.dto';
import { VerifyJurisdiction } from './rule.dto';
import { VerificationsService } from './verifications.service';
import { WhatIfService } from './what-if.service';

/** Shipped facts about pardoning authorities and grounds of removal, searchable. */
@ApiTags('law')
@Controller('law')
@Allow('law.read')
export class LawPagesController {
  constructor(
    private readonly whatIf: WhatIfService,
    private readonly verifications: VerificationsService,
  ) {}

  /** The 53 pardoning authorities, each statement with its provenance. */
  @Get('jurisdictions')
  jurisdictions(@Query() { q }: JurisdictionQuery): JurisdictionList {
    const { asOf, source, note, items } = pardonJurisdictions();
    const found = items.filter((record) => holds(textOfJurisdiction(record), q));
    return { asOf, source, note, items: found.map((record) => JurisdictionView.of(record)) };
  }

  /** One pardoning authority by its USPS code, or FED, with its clocks as they are today. */
  @Get('jurisdictions/:code')
  jurisdiction(@Param('code') code: string): Promise<JurisdictionPage> {
    return this.whatIf.jurisdiction(code);
  }

  /** Records that the signed-in attorney has compared an authority's record with its live page. */
  @Post('jurisdictions/:code/verifications')
  @Allow('law.verify')
  async verify(@Param('code') code: string, @Body() body: VerifyJurisdiction): Promise<JurisdictionPage> {
    await this.verifications.verifyJurisdiction(code, body);
    return this.whatIf.jurisdiction(code);
  }

  /** Takes an authority's verification back; it stays in the record and counts no longer. */
  @Post('jurisdiction-verifications/:verificationId/withdraw')
  @HttpCode(200)
  @Allow('law.verify')
  async withdraw(@Param('verificationId') verificationId: string): Promise<JurisdictionPage> {
    return this.whatIf.jurisdiction(await this.verifications.withdrawJurisdiction(verificationId));
  }

  /** Grounds of removal and whether a pardon lifts them. */
  @Get('grounds')
  grounds(@Query() { q, waived }: GroundQuery): GroundList {
    const fits = (ground: PardonGround | FormerGround): boolean =>
      (waived === undefined || ground.waived === waived) && holds(textOfGround(ground), q);
    return {
      asOf: GROUNDS_AS_OF,
      note: GROUNDS_NOTE,
      items: GROUNDS.filter(fits).map((ground) => GroundView.of(ground)),
      former: FORMER_GROUNDS.filter(fits).map((ground) => FormerGroundView.of(ground)),
    };
  }

  /** One ground by its id, such as 237a2Aiii. */
  @Get('grounds/:ground')
  ground(@Param('ground') id: string): GroundView {
    const ground = groundById(id);
    if (!ground) throw notFound();
    return GroundView.of(ground);
  }
}

function holds(text: string, q = ''): boolean {
  const folded = text.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function textOfJurisdiction(record: PardonJurisdiction): string {
  const { code, name, whoDecides, body, application, waitingPeriod, hearing, watchFor } = record;
  const stated = [whoDecides, body, application, waitingPeriod, hearing, watchFor];
  return [code, name, ...stated.map(({ text }) => text)].join(' ');
}

const textOfGround = ({ id, ina, usc, name, note }: PardonGround | FormerGround): string =>
  [id, ina, usc, name, note].join(' ');
