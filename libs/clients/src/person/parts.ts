import { ConsentsController } from './consents.controller';
import { ConsentsService } from './consents.service';
import { IdentifiersController } from './identifiers.controller';
import { IdentifiersService } from './identifiers.service';
import { LanguagesService } from './languages.service';
import { PlansController } from './plans.controller';
import { PlansService } from './plans.service';
import { RelativesController } from './relatives.controller';
import { RelativesService } from './relatives.service';
import { TrustedContactsController } from './trusted-contacts.controller';
import { TrustedContactsService } from './trusted-contacts.service';

/** What the module of the clients serves beside the client's own record. */
export const PERSON_CONTROLLERS = [
  IdentifiersController,
  RelativesController,
  ConsentsController,
  TrustedContactsController,
  PlansController,
];
export const PERSON_SERVICES = [
  IdentifiersService,
  LanguagesService,
  RelativesService,
  ConsentsService,
  TrustedContactsService,
  PlansService,
];
