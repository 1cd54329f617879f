export { ClientIdentity, type Identity } from './client-identity';
export { ClientNames, clientCode, type SealedName } from './client-names';
export { ClientReader } from './client-reader';
export { ClientSearch, type Found } from './client-search';
export { Client } from './client.entity';
export { ALIAS_KINDS, ARRIVAL_MANNERS, CONTACT_KINDS, NewClient } from './client.dto';
export { ClientView, NameView } from './client.view';
export { ClientsModule } from './clients.module';
export { ClientsService } from './clients.service';
export { IdentityIndex } from './identity-index';
export { MergedNames, type AddedName } from './merged-names';
export { NameChanges, type NamesChanged, type NumberGiven } from './name-changes';
export * from './names';
export {
  CONSENT_CHANNELS,
  CONSENT_SCOPES,
  consentCovers,
  consentState,
  type ConsentChannel,
  type ConsentScope,
} from './person/consent-state';
export { ConsentsService, type Telling } from './person/consents.service';
export { TrustedContactsService } from './person/trusted-contacts.service';
export { ClientText, ClientTextToken } from './text-index.entity';
export { TEXT_KINDS, TextIndex, type TextFound, type TextKind } from './text-index';
export { metWords, queryTextWords, snippetOf, textForms, textMeets } from './texts';
