import { Global, Module } from '@nestjs/common';
import { FilingDetailsController } from './filing-details.controller';
import { FilingDetails } from './filing-details.service';

@Global()
@Module({ controllers: [FilingDetailsController], providers: [FilingDetails], exports: [FilingDetails] })
export class FilingDetailsModule {}
