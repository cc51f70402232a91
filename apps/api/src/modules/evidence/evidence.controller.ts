import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import type { LocalFile } from '../../platform/files/file-store';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { claimOf, Idempotent } from '../../resource/idempotency.interceptor';
import {
  idSchema,
  noQuerySchema,
  reasonSchema,
  versioned,
  type ReasonQuery,
} from '../../resource/record.controller';
import { trackedController } from '../../resource/tracked.controller';
import {
  EVIDENCE_BODY,
  evidenceCreateSchema,
  evidencePatchSchema,
  evidenceSchemas,
  evidenceSpec,
  type Evidence,
  type EvidenceChange,
  type EvidenceInput,
} from './evidence.dto';
import { EvidenceService } from './evidence.service';
import { sendEvidence } from './send-evidence';
import { TooLargeInterceptor } from './too-large.interceptor';

/** As multer hands it over, with what the storage engine found. */
interface Uploaded extends LocalFile {
  originalname: string;
}
const ANY_FILE = 'application/octet-stream';

@Controller('evidence')
export class EvidenceController extends trackedController(evidenceSpec) {
  constructor(@Inject(EvidenceService) private readonly evidence: EvidenceService) {
    super(evidence);
  }

  @Post()
  @Requires('evidence:write')
  @Idempotent()
  @UseInterceptors(TooLargeInterceptor, FileInterceptor('file'))
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody(EVIDENCE_BODY)
  @ApiOperation({
    operationId: 'createEvidence',
    summary: 'Attach a file or a link to a record; a spin-off or outcome then counts as EVIDENCED',
  })
  @ApiCreatedResponse({ standardSchema: evidenceSchemas.record, headers: ETAG_HEADER })
  async create(
    @CurrentActor() actor: Actor,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @UploadedFile() file: Uploaded | undefined,
    @Body({ schema: evidenceCreateSchema }) input: EvidenceInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Evidence> {
    const incoming = file && { ...file, name: nameOf(file) };
    const options = { reason, claim: claimOf(request) };
    return versioned(response, await this.evidence.attach(actor, input, incoming, options));
  }

  @Patch(':id')
  @ApiIfMatch()
  @Requires('evidence:write')
  @ApiOperation({ operationId: 'updateEvidence', summary: 'Change its title, or the address of a link' })
  @ApiOkResponse({ standardSchema: evidenceSchemas.record, headers: ETAG_HEADER })
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: reasonSchema }) query: ReasonQuery,
    @Body({ schema: evidencePatchSchema }) input: EvidenceChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Evidence> {
    return versioned(response, await this.evidence.patch(actor, id, version, input, query));
  }

  @Get(':id/file')
  @Requires('evidence:read')
  @ApiOperation({ operationId: 'getEvidenceFile', summary: 'The file itself, to keep' })
  @ApiProduces(ANY_FILE)
  @ApiOkResponse({ content: { [ANY_FILE]: { schema: { type: 'string', format: 'binary' } } } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendEvidence(request, response, await this.evidence.file(actor, id));
  }
}

/** Multer reads the bytes of a name as Latin-1. */
const nameOf = ({ originalname }: Uploaded): string => Buffer.from(originalname, 'latin1').toString('utf8');
