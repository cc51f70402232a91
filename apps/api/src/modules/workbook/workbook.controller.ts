import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { dateIn, NETHERLANDS, type Language } from '@fieldlab/domain';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import { AcceptedLanguage } from '../../platform/http/language';
import { inTurn, sendFile } from '../../resource/exports/send-file';
import { XLSX, xlsxBytes } from '../../resource/exports/xlsx';
import { WorkbookService } from './workbook.service';

const FILE = { content: { [XLSX]: { schema: { type: 'string' as const, format: 'binary' } } } };
const TEMPLATE_NAMES: Record<Language, string> = { nl: 'sjabloon', en: 'template' };

@ApiTags('imports')
@Controller()
export class WorkbookController {
  constructor(@Inject(WorkbookService) private readonly workbook: WorkbookService) {}

  @Get('workbook.xlsx')
  @Costly()
  @Requires('company:read')
  @ApiOperation({
    operationId: 'exportWorkbook',
    summary:
      'The whole register as a workbook, with id and version on every row; changed there, it comes back by an import with update=true',
  })
  @ApiProduces(XLSX)
  @ApiOkResponse(FILE)
  register(
    @CurrentActor() actor: Actor,
    @AcceptedLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    const name = `register-${dateIn(NETHERLANDS.timeZone, new Date())}.xlsx`;
    return inTurn(response, () =>
      this.workbook.export(actor, language, (sheets) =>
        sendFile(response, xlsxBytes(sheets), { name, type: XLSX }),
      ),
    );
  }

  @Get('workbook-template.xlsx')
  @Costly()
  @Requires('programme:read')
  @ApiOperation({
    operationId: 'getWorkbookTemplate',
    summary: 'An empty workbook that explains itself, in Dutch or English by Accept-Language',
  })
  @ApiProduces(XLSX)
  @ApiOkResponse(FILE)
  template(@AcceptedLanguage() language: Language, @Res() response: Response): Promise<void> {
    const name = `${TEMPLATE_NAMES[language]}.xlsx`;
    return sendFile(response, xlsxBytes(this.workbook.template(language)), { name, type: XLSX });
  }
}
