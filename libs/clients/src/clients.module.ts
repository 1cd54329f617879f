import { Global, Module } from '@nestjs/common';
import { ClientNames } from './client-names';
import { ClientReader } from './client-reader';
import { ClientSearch } from './client-search';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';
import { ContactsService } from './contacts.service';

@Global()
@Module({
  controllers: [ClientsController],
  providers: [ClientNames, ClientReader, ClientSearch, ClientsService, ContactsService],
  exports: [ClientNames, ClientReader, ClientSearch, ClientsService],
})
export class ClientsModule {}
