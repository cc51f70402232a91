import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import { sendEvents } from '../../platform/http/event-stream';
import { AcceptedLanguage } from '../../platform/http/language';
import { Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, reasonSchema, type ReasonQuery } from '../../resource/record.controller';
import {
  importPageSchema,
  importSchema,
  listImportsQuerySchema,
  startedImportSchema,
  startImportQuerySchema,
  type ImportDto,
  type ImportSummary,
  type ListImportsQuery,
  type StartImportQuery,
} from './import.dto';
import { ImportJobsService } from './import-jobs.service';
import { layoutSchema, type ImportLayout } from './mapping/mapping.dto';
import {
  LAYOUT_BODY,
  MENDS_SIZE,
  UPLOAD_BODY,
  uploadFieldsSchema,
  type UploadFields,
} from './mending/mend.dto';
import { DEFAULT_LIMITS } from './reading/limits';

/** As multer hands it over. */
interface MulterFile {
  originalname: string;
  buffer: Buffer;
}
const UPLOAD = FileInterceptor('file', {
  limits: { fileSize: DEFAULT_LIMITS.fileBytes, files: 1, fields: 2, fieldSize: MENDS_SIZE },
});

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(@Inject(ImportJobsService) private readonly jobs: ImportJobsService) {}

  @Post()
  @Costly()
  @HttpCode(202)
  @Requires('import:write')
  @Idempotent()
  @UseInterceptors(UPLOAD)
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  @ApiOperation({
    operationId: 'startImport',
    summary: 'Queue a workbook; dryRun checks only, update also changes records whose rows have an id',
  })
  @ApiAcceptedResponse({ standardSchema: startedImportSchema })
  start(
    @CurrentActor() actor: Actor,
    @Query({ schema: startImportQuerySchema }) query: StartImportQuery,
    @UploadedFile() file: MulterFile | undefined,
    @Body({ schema: uploadFieldsSchema }) { mends, mapping }: UploadFields,
    @AcceptedLanguage() language: Language,
  ): Promise<Pick<ImportDto, 'id' | 'status'>> {
    const workbook = file && { name: fileNameOf(file), content: file.buffer, mends, mapping };
    return this.jobs.start(actor, workbook, query, language);
  }

  @Post('layouts')
  @Costly()
  @HttpCode(200)
  @Requires('import:write')
  @UseInterceptors(UPLOAD)
  @ApiConsumes('multipart/form-data')
  @ApiBody(LAYOUT_BODY)
  @ApiOperation({
    operationId: 'guessImportLayout',
    summary:
      'Look at a file of any layout: its columns with samples, and what each probably holds; nothing is kept',
  })
  @ApiOkResponse({ standardSchema: layoutSchema })
  layout(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: MulterFile | undefined,
    @AcceptedLanguage() language: Language,
  ): Promise<ImportLayout> {
    return this.jobs.layout(actor, file && { name: fileNameOf(file), content: file.buffer }, language);
  }

  @Get()
  @Requires('import:read')
  @ApiOperation({ operationId: 'listImports', summary: 'Imports, newest first' })
  @ApiOkResponse({ standardSchema: importPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listImportsQuerySchema }) query: ListImportsQuery,
  ): Promise<{ data: ImportSummary[]; total: number }> {
    return this.jobs.list(actor, query);
  }

  @Get(':id')
  @Requires('import:read')
  @ApiOperation({ operationId: 'getImport', summary: 'How far it is, and what came of it' })
  @ApiOkResponse({ standardSchema: importSchema })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @AcceptedLanguage() language: Language,
  ): Promise<ImportDto> {
    return this.jobs.get(actor, id, language);
  }

  @Get(':id/events')
  @Requires('import:read')
  @ApiOperation({
    operationId: 'followImport',
    summary: 'The same as server-sent events, until it has ended',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async events(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @AcceptedLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    await this.jobs.summary(actor, id);
    await sendEvents(response, (gone) => this.jobs.follow(actor, id, { language, gone }));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Idempotent()
  @Requires('import:write')
  @ApiOperation({ operationId: 'cancelImport', summary: 'Stop an import that has not ended' })
  @ApiOkResponse({ standardSchema: importSchema })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @AcceptedLanguage() language: Language,
  ): Promise<ImportDto> {
    return this.jobs.cancel(actor, id, language);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Idempotent()
  @Requires('import:write')
  @ApiOperation({ operationId: 'undoImport', summary: 'Take a finished import back as a whole' })
  @ApiOkResponse({ standardSchema: importSchema })
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<ImportDto> {
    return this.jobs.undo(actor, id, { reason, language });
  }
}

/** Browsers send UTF-8 names that multer reads as Latin-1. */
const fileNameOf = ({ originalname }: MulterFile): string =>
  Buffer.from(originalname, 'latin1').toString('utf8').slice(0, 200);
