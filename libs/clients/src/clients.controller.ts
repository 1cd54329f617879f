import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Reveals } from '@app/access';
import { changed, IfMatch, notFound } from '@app/platform';
import { formatANumber } from '@app/rules';
import { ClientReader } from './client-reader';
import { AddContact, EditClient, EditContact, OrderContacts } from './client.dto';
import {
  ClientView,
  ContactHistory,
  FormerContacts,
  ContactOrder,
  ContactView,
  RevealedANumber,
} from './client.view';
import { ClientsService } from './clients.service';
import { ContactsService } from './contacts.service';
import { SetLanguages } from './person/language.dto';
import { LanguagesService } from './person/languages.service';

@ApiTags('clients')
@Controller('clients/:clientId')
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly reader: ClientReader,
    private readonly contacts: ContactsService,
    private readonly languages: LanguagesService,
  ) {}

  /** Opens a client's record; the audit trail keeps who did. */
  @Get()
  @Allow('client.read')
  read(@Param('clientId') clientId: string): Promise<ClientView> {
    return this.reader.view(clientId);
  }

  /** Changes the given fields; null clears one. */
  @Patch()
  @Allow('client.edit')
  async edit(
    @Param('clientId') clientId: string,
    @IfMatch() version: number,
    @Body() body: EditClient,
  ): Promise<ClientView> {
    await this.clients.edit(clientId, version, body);
    return this.reader.view(clientId);
  }

  /** The languages of the client as one whole, with interpreter need and literacy. */
  @Put('languages')
  @Allow('client.edit')
  async setLanguages(
    @Param('clientId') clientId: string,
    @IfMatch() version: number,
    @Body() body: SetLanguages,
  ): Promise<ClientView> {
    await this.languages.set(clientId, version, body);
    return this.reader.view(clientId);
  }

  /** The whole A-number. The audit entry is committed before the answer leaves. */
  @Post('a-number/reveal')
  @HttpCode(200)
  @Allow('client.reveal')
  @Reveals()
  async reveal(@Param('clientId') clientId: string): Promise<RevealedANumber> {
    const digits = await this.clients.aNumber(clientId);
    if (!digits) throw notFound();
    changed('aNumber');
    return { aNumber: formatANumber(digits) };
  }

  /** Adds a way to reach the client. */
  @Post('contacts')
  @Allow('client.edit')
  async addContact(@Param('clientId') clientId: string, @Body() body: AddContact): Promise<ContactView> {
    await this.clients.require(clientId);
    return this.contacts.one(clientId, await this.contacts.add(clientId, body));
  }

  /** Puts the contact points into the order in which to try them. */
  @Put('contacts/order')
  @Allow('client.edit')
  async orderContacts(
    @Param('clientId') clientId: string,
    @Body() body: OrderContacts,
  ): Promise<ContactOrder> {
    await this.clients.require(clientId);
    await this.contacts.order(clientId, body.ids);
    return { items: await this.contacts.of(clientId) };
  }

  /** What a contact point said before, and whether it was safe. */
  @Get('contacts/:contactId/history')
  @Allow('person.read')
  async contactHistory(
    @Param('clientId') clientId: string,
    @Param('contactId') contactId: string,
  ): Promise<ContactHistory> {
    await this.clients.require(clientId);
    return { items: await this.contacts.history(clientId, contactId) };
  }

  /** Contact points that were taken off the record. */
  @Get('former-contacts')
  @Allow('person.read')
  async formerContacts(@Param('clientId') clientId: string): Promise<FormerContacts> {
    await this.clients.require(clientId);
    return { items: await this.contacts.former(clientId) };
  }

  /** Changes a contact point. */
  @Patch('contacts/:contactId')
  @Allow('client.edit')
  async editContact(
    @Param('clientId') clientId: string,
    @Param('contactId') contactId: string,
    @IfMatch() version: number,
    @Body() body: EditContact,
  ): Promise<ContactView> {
    await this.clients.require(clientId);
    await this.contacts.edit(clientId, contactId, version, body);
    return this.contacts.one(clientId, contactId);
  }

  /** Takes a contact point off the record; its old value stays in the history. */
  @Delete('contacts/:contactId')
  @HttpCode(204)
  @Allow('client.edit')
  async removeContact(
    @Param('clientId') clientId: string,
    @Param('contactId') contactId: string,
  ): Promise<void> {
    await this.clients.require(clientId);
    await this.contacts.remove(clientId, contactId);
  }
}
