import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { requireBrowserSession } from '../tokens/tokens.service';
import { DraftKey, DraftListView, KeepDraft } from './draft.dto';
import { Drafts } from './drafts.service';

/** Forms that somebody left half filled. */
@ApiTags('me')
@Controller('me/drafts')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  /** What the signed-in person typed and did not send, newest first. */
  @Get()
  @Allow('me.read')
  list(): Promise<DraftListView> {
    requireBrowserSession();
    return this.drafts.mine();
  }

  /** Keeps what was typed into a form, for 14 days. */
  @Put()
  @HttpCode(204)
  @Allow('me.change')
  async keep(@Body() body: KeepDraft): Promise<void> {
    requireBrowserSession();
    await this.drafts.keep(body);
  }

  /** Forgets the draft of a form: it was saved, or discarded. */
  @Delete()
  @HttpCode(204)
  @Allow('me.change')
  async forget(@Query() { key }: DraftKey): Promise<void> {
    requireBrowserSession();
    await this.drafts.forget(key);
  }
}
