export { ClientNames, clientCode, type SealedName } from './client-names';
export { ClientReader } from './client-reader';
export { ClientSearch, type Found } from './client-search';
export { Client } from './client.entity';
export { ALIAS_KINDS, ARRIVAL_MANNERS, CONTACT_KINDS, NewClient } from './client.dto';
export { ClientView, NameView } from './client.view';
export { ClientsModule } from './clients.module';
export { ClientsService } from './clients.service';
export * from './names';
