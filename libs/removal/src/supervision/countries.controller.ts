import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, may } from '@app/access';
import { db, IfMatch } from '@app/platform';
import { RecordKeeper } from '../records/record-keeper';
import { RemovalOrder } from '../removal.entity';
import { ClientCountries } from './condition.view';
import { COUNTRY_CONCERN, DEPARTURE, TRAVEL_DOCUMENT } from './supervision-kinds';
import {
  EditCountryConcern,
  EditDeparture,
  EditTravelDocument,
  NewCountryConcern,
  NewDeparture,
  NewTravelDocument,
} from './supervision.dto';
import { CountryConcernView, DepartureView, TravelDocumentView } from './supervision.view';

@ApiTags('removal')
@Controller()
export class CountriesController {
  constructor(private readonly keeper: RecordKeeper) {}

  /** Countries the orders name, countries feared, and attempts to get a travel document. */
  @Get('clients/:clientId/countries')
  @Allow('removal.read')
  async readCountries(@Param('clientId') clientId: string): Promise<ClientCountries> {
    const concerns: CountryConcernView[] = await this.keeper.of(COUNTRY_CONCERN, clientId);
    const orders = await db().findAll(RemovalOrder, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    return {
      designated: orders.flatMap(({ id, countryDesignated, decidedOn }) =>
        countryDesignated ? [{ orderId: id, country: countryDesignated, decidedOn }] : [],
      ),
      concerns,
      documents: await this.keeper.of(TRAVEL_DOCUMENT, clientId),
      can: { edit: may('removal.edit') },
    };
  }

  /** Records a country that is feared, or was named. */
  @Post('clients/:clientId/country-concerns')
  @Allow('removal.edit')
  async addConcern(
    @Param('clientId') clientId: string,
    @Body() body: NewCountryConcern,
  ): Promise<CountryConcernView> {
    return this.keeper.one(COUNTRY_CONCERN, await this.keeper.add(COUNTRY_CONCERN, clientId, body));
  }

  /** Changes what is recorded of it. */
  @Patch('country-concerns/:concernId')
  @Allow('removal.edit')
  async editConcern(
    @Param('concernId') concernId: string,
    @IfMatch() version: number,
    @Body() body: EditCountryConcern,
  ): Promise<CountryConcernView> {
    await this.keeper.edit(COUNTRY_CONCERN, concernId, version, body);
    return this.keeper.one(COUNTRY_CONCERN, concernId);
  }

  /** Records an attempt to get a travel document. */
  @Post('clients/:clientId/travel-documents')
  @Allow('removal.edit')
  async addTravelDocument(
    @Param('clientId') clientId: string,
    @Body() body: NewTravelDocument,
  ): Promise<TravelDocumentView> {
    return this.keeper.one(TRAVEL_DOCUMENT, await this.keeper.add(TRAVEL_DOCUMENT, clientId, body));
  }

  /** Changes what is recorded of the attempt. */
  @Patch('travel-documents/:documentId')
  @Allow('removal.edit')
  async editTravelDocument(
    @Param('documentId') documentId: string,
    @IfMatch() version: number,
    @Body() body: EditTravelDocument,
  ): Promise<TravelDocumentView> {
    await this.keeper.edit(TRAVEL_DOCUMENT, documentId, version, body);
    return this.keeper.one(TRAVEL_DOCUMENT, documentId);
  }

  /** Records that the client left the country. */
  @Post('clients/:clientId/departures')
  @Allow('removal.edit')
  async addDeparture(
    @Param('clientId') clientId: string,
    @Body() body: NewDeparture,
  ): Promise<DepartureView> {
    return this.keeper.one(DEPARTURE, await this.keeper.add(DEPARTURE, clientId, body));
  }

  /** Changes what is recorded of it. */
  @Patch('departures/:departureId')
  @Allow('removal.edit')
  async editDeparture(
    @Param('departureId') departureId: string,
    @IfMatch() version: number,
    @Body() body: EditDeparture,
  ): Promise<DepartureView> {
    await this.keeper.edit(DEPARTURE, departureId, version, body);
    return this.keeper.one(DEPARTURE, departureId);
  }
}
