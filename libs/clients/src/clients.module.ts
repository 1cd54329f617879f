import { Global, Module } from '@nestjs/common';
import { ClientIdentity } from './client-identity';
import { ClientNames } from './client-names';
import { ClientReader } from './client-reader';
import { ClientSearch } from './client-search';
import { ClientTokens } from './client-tokens';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';
import { ContactsService } from './contacts.service';
import { IdentityIndex } from './identity-index';
import { MergedNames } from './merged-names';
import { NameChanges } from './name-changes';
import { ConsentsService } from './person/consents.service';
import { TrustedContactsService } from './person/trusted-contacts.service';
import { PERSON_CONTROLLERS, PERSON_SERVICES } from './person/parts';
import { TextIndex } from './text-index';

@Global()
@Module({
  controllers: [ClientsController, ...PERSON_CONTROLLERS],
  providers: [
    ...[ClientIdentity, ClientNames, ClientReader, ClientSearch, ClientTokens],
    ...[ClientsService, ContactsService, IdentityIndex, MergedNames, NameChanges, TextIndex],
    ...PERSON_SERVICES,
  ],
  exports: [
    ...[
      ClientIdentity,
      ClientNames,
      ClientReader,
      ClientSearch,
      ClientsService,
      IdentityIndex,
      MergedNames,
      NameChanges,
      TextIndex,
    ],
    ...[ConsentsService, TrustedContactsService],
  ],
})
export class ClientsModule {}
