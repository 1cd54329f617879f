import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import {
  EditTrustedContact,
  NewTrustedContact,
  OrderTrustedContacts,
  TrustedContacts,
  TrustedContactView,
} from './trusted-contact.dto';
import { TrustedContactsService } from './trusted-contacts.service';

@ApiTags('person')
@Controller('clients/:clientId/trusted-contacts')
export class TrustedContactsController {
  constructor(private readonly contacts: TrustedContactsService) {}

  /** The pod, in the order in which to call. */
  @Get()
  @Allow('person.read')
  listTrustedContacts(@Param('clientId') clientId: string): Promise<TrustedContacts> {
    return this.contacts.of(clientId);
  }

  /** Adds somebody, who is called last. */
  @Post()
  @Allow('person.edit')
  async addTrustedContact(
    @Param('clientId') clientId: string,
    @Body() body: NewTrustedContact,
  ): Promise<TrustedContactView> {
    return this.contacts.one(clientId, await this.contacts.add(clientId, body));
  }

  /** Puts them into the order in which to call them. */
  @Put('order')
  @Allow('person.edit')
  async orderTrustedContacts(
    @Param('clientId') clientId: string,
    @Body() body: OrderTrustedContacts,
  ): Promise<TrustedContacts> {
    await this.contacts.order(clientId, body.ids);
    return this.contacts.of(clientId);
  }

  /** Changes what is recorded of somebody; telephones are replaced as a whole. */
  @Patch(':trustedContactId')
  @Allow('person.edit')
  async editTrustedContact(
    @Param('clientId') clientId: string,
    @Param('trustedContactId') trustedContactId: string,
    @IfMatch() version: number,
    @Body() body: EditTrustedContact,
  ): Promise<TrustedContactView> {
    await this.contacts.edit(clientId, trustedContactId, version, body);
    return this.contacts.one(clientId, trustedContactId);
  }

  /** Takes somebody out of the pod. */
  @Delete(':trustedContactId')
  @HttpCode(204)
  @Allow('person.edit')
  withdrawTrustedContact(
    @Param('clientId') clientId: string,
    @Param('trustedContactId') trustedContactId: string,
  ): Promise<void> {
    return this.contacts.withdraw(clientId, trustedContactId);
  }
}
