import { Module } from '@nestjs/common';
import { MotionPapersController } from './motion-papers.controller';
import { PaperFactsService } from './paper-facts.service';

@Module({ controllers: [MotionPapersController], providers: [PaperFactsService] })
export class MotionPapersModule {}
