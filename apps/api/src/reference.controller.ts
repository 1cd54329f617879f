import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions } from '@app/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  chargeList,
  countryList,
  courtList,
  facilityList,
  groundList,
  iceOfficeList,
  jurisdictionList,
  languageList,
  nationalityList,
} from './reference-lists';
import {
  ReferenceCharges,
  ReferenceCountries,
  ReferenceCourts,
  ReferenceFacilities,
  ReferenceGrounds,
  ReferenceIceOffices,
  ReferenceJurisdictions,
  ReferenceLanguages,
  ReferenceNationalities,
} from './reference.view';

interface Kept<List> {
  list: List;
  etag: string;
}

/** Shipped lists: courts, offices, codes, pardoning authorities, grounds. Nothing of an organisation is in them. */
@ApiTags('reference')
@Controller('reference')
@Allow('reference.read')
export class ReferenceController {
  private readonly kept = new Map<() => object, Kept<object>>();

  /** Immigration courts. */
  @Get('courts')
  @OwnTransactions()
  courts(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): ReferenceCourts {
    return this.answer(courtList, request, reply);
  }

  /** ICE offices where people report. */
  @Get('ice-offices')
  @OwnTransactions()
  iceOffices(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReferenceIceOffices {
    return this.answer(iceOfficeList, request, reply);
  }

  /** Places in which ICE holds people. */
  @Get('facilities')
  @OwnTransactions()
  facilities(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReferenceFacilities {
    return this.answer(facilityList, request, reply);
  }

  /** Charges as EOIR codes them, with citation and ground. */
  @Get('charges')
  @OwnTransactions()
  charges(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): ReferenceCharges {
    return this.answer(chargeList, request, reply);
  }

  /** Countries by ISO 3166-1. */
  @Get('countries')
  @OwnTransactions()
  countries(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReferenceCountries {
    return this.answer(countryList, request, reply);
  }

  /** Nationalities by ISO code, with EOIR's own. */
  @Get('nationalities')
  @OwnTransactions()
  nationalities(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReferenceNationalities {
    return this.answer(nationalityList, request, reply);
  }

  /** Languages by BCP 47 tag. */
  @Get('languages')
  @OwnTransactions()
  languages(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReferenceLanguages {
    return this.answer(languageList, request, reply);
  }

  /** The 53 pardoning authorities, each statement with its provenance. */
  @Get('jurisdictions')
  @OwnTransactions()
  jurisdictions(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReferenceJurisdictions {
    return this.answer(jurisdictionList, request, reply);
  }

  /** Grounds of removal and whether a pardon lifts them. */
  @Get('grounds')
  @OwnTransactions()
  grounds(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): ReferenceGrounds {
    return this.answer(groundList, request, reply);
  }

  /**
   * The list, or 304 with nothing when the reader has it already. Like every answer it is not for a browser's cache: a
   * list that was opened says something of who was looked after at this computer.
   */
  private answer<List extends object>(make: () => List, request: FastifyRequest, reply: FastifyReply): List {
    const { list, etag } = this.keep(make);
    reply.header('etag', etag);
    if (request.headers['if-none-match'] !== etag) return list;
    reply.code(304);
    return undefined as never;
  }

  private keep<List extends object>(make: () => List): Kept<List> {
    const known = this.kept.get(make) as Kept<List> | undefined;
    if (known) return known;
    const list = make();
    const digest = createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 22);
    const kept = { list, etag: `"${digest}"` };
    this.kept.set(make, kept);
    return kept;
  }
}
