import { Module } from '@nestjs/common';
import { ContentHashes } from './content-hashes';
import { DocumentFiles } from './document-files.service';
import { DocumentSearch } from './document-search';
import { DocumentReader } from './document-reader';
import { DocumentFilesController, DocumentsController } from './documents.controller';
import { DocumentsService } from './documents.service';
import { ProvenanceService } from './provenance.service';
import { TextSearchController } from './search.controller';
import { TextSearch } from './text-search.service';
import { UploadsService } from './uploads.service';

@Module({
  controllers: [DocumentsController, DocumentFilesController, TextSearchController],
  providers: [
    ContentHashes,
    DocumentFiles,
    DocumentReader,
    DocumentsService,
    DocumentSearch,
    ProvenanceService,
    TextSearch,
    UploadsService,
  ],
  exports: [DocumentFiles, DocumentReader, ProvenanceService],
})
export class DocumentsModule {}
