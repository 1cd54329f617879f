import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, StoresNothing } from '@app/access';
import { SearchTexts } from './document.dto';
import { TextResults } from './document.view';
import { TextSearch } from './text-search.service';

@ApiTags('documents')
@Controller('search')
export class TextSearchController {
  constructor(private readonly search: TextSearch) {}

  /** Notes and documents by their words, the other half of the search box. A POST: addresses are kept by proxies. */
  @Post('texts')
  @HttpCode(200)
  @Allow('client.list')
  @StoresNothing()
  texts(@Body() body: SearchTexts): Promise<TextResults> {
    return this.search.find(body.q);
  }
}
