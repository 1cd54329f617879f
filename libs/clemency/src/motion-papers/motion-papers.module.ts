import { Module } from '@nestjs/common';
import { ClosingLetters } from './closing-letters';
import { MotionPapersController } from './motion-papers.controller';
import { PaperFactsService } from './paper-facts.service';

@Module({ controllers: [MotionPapersController], providers: [ClosingLetters, PaperFactsService] })
export class MotionPapersModule {}
