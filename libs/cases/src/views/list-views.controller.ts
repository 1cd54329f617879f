import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { ListViews, ListViewView, WriteListView } from './list-view.dto';
import { ListViewsService } from './list-views.service';

@ApiTags('cases')
@Controller('list-views')
export class ListViewsController {
  constructor(private readonly views: ListViewsService) {}

  /** Saved views of lists: one's own, and those shared with the office. */
  @Get()
  @Allow('client.list')
  list(): Promise<ListViews> {
    return this.views.list();
  }

  @Post()
  @Allow('view.keep')
  add(@Body() body: WriteListView): Promise<ListViewView> {
    return this.views.add(body);
  }

  /** Replaces a view: its owner, or a director when it is shared. */
  @Put(':viewId')
  @Allow('view.keep')
  replace(
    @Param('viewId') viewId: string,
    @IfMatch() version: number,
    @Body() body: WriteListView,
  ): Promise<ListViewView> {
    return this.views.replace(viewId, version, body);
  }

  @Delete(':viewId')
  @HttpCode(204)
  @Allow('view.keep')
  async remove(@Param('viewId') viewId: string): Promise<void> {
    await this.views.remove(viewId);
  }
}
