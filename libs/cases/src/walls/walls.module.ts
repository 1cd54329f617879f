import { Global, Module } from '@nestjs/common';
import { CaseTeamService } from '../case-team.service';
import { GlassFinder } from './glass-finder';
import { GlassService } from './glass.service';
import { GrantsService } from './grants.service';
import { GlassController, WallsController } from './walls.controller';
import { WallsService } from './walls.service';

/** Walls, access for a time, breaking the glass. */
@Global()
@Module({
  controllers: [GlassController, WallsController],
  providers: [CaseTeamService, GlassFinder, GlassService, GrantsService, WallsService],
  exports: [WallsService],
})
export class WallsModule {}
