import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions, Reveals } from '@app/access';
import { IfMatch } from '@app/platform';
import type { FastifyRequest } from 'fastify';
import { DocumentFiles } from './document-files.service';
import { DocumentReader } from './document-reader';
import { DOCUMENT_CATEGORIES, EditDocument, LinkFact, WithdrawDocument } from './document.dto';
import { DocumentList, DocumentView, FactSourceList, VersionText } from './document.view';
import { DocumentsService } from './documents.service';
import { ProvenanceService } from './provenance.service';
import { UploadsService } from './uploads.service';

const FILE = { type: 'string', format: 'binary' } as const;
const TEXT = { type: 'string' } as const;
const FILE_ONLY = { type: 'object', required: ['file'], properties: { file: FILE } };
const WITH_FIELDS = {
  type: 'object',
  required: ['category', 'file'],
  properties: {
    ...{ title: TEXT, category: { type: 'string', enum: [...DOCUMENT_CATEGORIES] }, receivedOn: TEXT },
    ...{ source: TEXT, language: TEXT, translationOf: TEXT, privileged: { type: 'boolean' }, file: FILE },
  },
};

@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    private readonly reader: DocumentReader,
    private readonly documents: DocumentsService,
    private readonly provenance: ProvenanceService,
  ) {}

  /** A client's uploaded documents, newest first, those withdrawn too. */
  @Get('clients/:clientId/documents')
  @Allow('document.read')
  list(@Param('clientId') clientId: string): Promise<DocumentList> {
    return this.reader.of(clientId);
  }

  /** One document, its versions and the facts that rest on it. */
  @Get('documents/:documentId')
  @Allow('document.read')
  read(@Param('documentId') documentId: string): Promise<DocumentView> {
    return this.reader.one(documentId);
  }

  /** Changes title, category and the like; the file stays. */
  @Patch('documents/:documentId')
  @Allow('document.write')
  async edit(
    @Param('documentId') documentId: string,
    @IfMatch() version: number,
    @Body() body: EditDocument,
  ): Promise<DocumentView> {
    await this.documents.edit(documentId, version, body);
    return this.reader.one(documentId);
  }

  /** Marks a document as one that does not count, with the reason. It is kept. */
  @Post('documents/:documentId/withdraw')
  @HttpCode(200)
  @Allow('document.remove')
  async withdraw(
    @Param('documentId') documentId: string,
    @IfMatch() version: number,
    @Body() body: WithdrawDocument,
  ): Promise<DocumentView> {
    await this.documents.withdraw(documentId, version, body);
    return this.reader.one(documentId);
  }

  /** Takes a withdrawal back. */
  @Post('documents/:documentId/restore')
  @HttpCode(200)
  @Allow('document.remove')
  async restore(@Param('documentId') documentId: string, @IfMatch() version: number): Promise<DocumentView> {
    await this.documents.restore(documentId, version);
    return this.reader.one(documentId);
  }

  /** Which dated facts of a client rest on which page of which document. */
  @Get('clients/:clientId/fact-sources')
  @Allow('document.read')
  async facts(@Param('clientId') clientId: string): Promise<FactSourceList> {
    return { items: await this.provenance.of(clientId) };
  }

  /** Says that a dated fact of the timeline rests on this document. */
  @Post('documents/:documentId/facts')
  @Allow('document.write')
  async link(@Param('documentId') documentId: string, @Body() body: LinkFact): Promise<DocumentView> {
    await this.provenance.link(documentId, body);
    return this.reader.one(documentId);
  }

  /** Takes such a link back. */
  @Delete('fact-sources/:factSourceId')
  @HttpCode(204)
  @Allow('document.write')
  async unlink(@Param('factSourceId') factSourceId: string): Promise<void> {
    await this.provenance.unlink(factSourceId);
  }
}

@ApiTags('documents')
@Controller()
export class DocumentFilesController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly files: DocumentFiles,
    private readonly reader: DocumentReader,
  ) {}

  /** Uploads a document: its fields first, then the file. The type is told from the content. */
  @Post('clients/:clientId/documents')
  @Allow('document.write')
  @OwnTransactions()
  @RouteConfig({ upload: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: WITH_FIELDS })
  add(@Param('clientId') clientId: string, @Req() request: FastifyRequest): Promise<DocumentView> {
    return this.uploads.add(clientId, request);
  }

  /** Uploads a new version; the ones before it stay. */
  @Post('documents/:documentId/versions')
  @Allow('document.write')
  @OwnTransactions()
  @RouteConfig({ upload: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE_ONLY })
  addVersion(@Param('documentId') documentId: string, @Req() request: FastifyRequest): Promise<DocumentView> {
    return this.uploads.addVersion(documentId, request);
  }

  /** The text that was found in a version, page by page. */
  @Get('document-versions/:versionId/text')
  @Allow('document.read')
  @Reveals()
  text(@Param('versionId') versionId: string): Promise<VersionText> {
    return this.reader.text(versionId);
  }

  /** The file of a version, byte for byte as it is kept. Always a download: nothing in it may act on this site. */
  @Get('document-versions/:versionId/file')
  @Allow('document.read')
  @Reveals()
  @OwnTransactions()
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('cross-origin-resource-policy', 'same-origin')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: FILE } } })
  async file(@Param('versionId') versionId: string): Promise<StreamableFile> {
    const { bytes, length, mediaType, fileName } = await this.files.open(versionId);
    return new StreamableFile(bytes, {
      type: mediaType,
      disposition: `attachment; filename="${fileName}"`,
      length,
    });
  }
}
