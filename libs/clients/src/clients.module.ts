import { Global, Module } from '@nestjs/common';
import { ClientNames } from './client-names';
import { ClientReader } from './client-reader';
import { ClientSearch } from './client-search';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';
import { ContactsService } from './contacts.service';
import { TextIndex } from './text-index';

@Global()
@Module({
  controllers: [ClientsController],
  providers: [ClientNames, ClientReader, ClientSearch, ClientsService, ContactsService, TextIndex],
  exports: [ClientNames, ClientReader, ClientSearch, ClientsService, TextIndex],
})
export class ClientsModule {}
