import { Global, Module } from '@nestjs/common';
import { FilingsController } from './filings.controller';
import { FilingsService } from './filings.service';

@Global()
@Module({ controllers: [FilingsController], providers: [FilingsService], exports: [FilingsService] })
export class FilingsModule {}
