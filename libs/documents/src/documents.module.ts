import { Module } from '@nestjs/common';
import { DocumentFiles } from './document-files.service';
import { DocumentReader } from './document-reader';
import { DocumentFilesController, DocumentsController } from './documents.controller';
import { DocumentsService } from './documents.service';
import { ProvenanceService } from './provenance.service';
import { UploadsService } from './uploads.service';

@Module({
  controllers: [DocumentsController, DocumentFilesController],
  providers: [DocumentFiles, DocumentReader, DocumentsService, ProvenanceService, UploadsService],
  exports: [DocumentFiles, DocumentReader, ProvenanceService],
})
export class DocumentsModule {}
