import { Global, Module } from '@nestjs/common';
import { ApplicationsService } from './applications.service';
import { ClemencyController } from './clemency.controller';
import { ClemencyReader } from './clemency-reader';
import { GrantsService } from './grants.service';
import { OpenQuestionsService } from './open-questions.service';
import { PardonEffectController } from './pardon-effect.controller';
import { PardonEffectService } from './pardon-effect.service';

@Global()
@Module({
  controllers: [ClemencyController, PardonEffectController],
  providers: [ApplicationsService, ClemencyReader, GrantsService, OpenQuestionsService, PardonEffectService],
  exports: [ClemencyReader, PardonEffectService],
})
export class ClemencyModule {}
