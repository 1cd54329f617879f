import { IdentifiersController } from './identifiers.controller';
import { IdentifiersService } from './identifiers.service';
import { LanguagesService } from './languages.service';

/** What the module of the clients serves beside the client's own record. */
export const PERSON_CONTROLLERS = [IdentifiersController];
export const PERSON_SERVICES = [IdentifiersService, LanguagesService];
