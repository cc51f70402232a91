import { Body, Controller, Get, Inject, Patch, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, IfMatch } from '../../platform/http/etag';
import { AcceptedLanguage } from '../../platform/http/language';
import { versioned } from '../../resource/record.controller';
import {
  privacySettingsPatchSchema,
  privacySettingsSchema,
  processingRegisterSchema,
  type PrivacySettingsDto,
  type PrivacySettingsPatch,
  type ProcessingRegister,
} from './privacy-settings.dto';
import { PrivacySettingsService } from './privacy-settings.service';

@ApiTags('persons')
@Controller()
export class PrivacySettingsController {
  constructor(@Inject(PrivacySettingsService) private readonly settings: PrivacySettingsService) {}

  @Get('privacy-settings')
  @Requires('processing-register:read')
  @ApiOperation({ operationId: 'getPrivacySettings', summary: 'How long data about people is kept' })
  @ApiOkResponse({ standardSchema: privacySettingsSchema })
  async get(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PrivacySettingsDto> {
    return versioned(response, await this.settings.get(actor));
  }

  @Patch('privacy-settings')
  @ApiIfMatch()
  @Requires('privacy-settings:write')
  @ApiOperation({
    operationId: 'updatePrivacySettings',
    summary: 'Change terms, for what is recorded from now on, and who answers for the register',
  })
  @ApiOkResponse({ standardSchema: privacySettingsSchema })
  async patch(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: privacySettingsPatchSchema }) body: PrivacySettingsPatch,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PrivacySettingsDto> {
    return versioned(response, await this.settings.patch(actor, version, body));
  }

  @Get('processing-activities')
  @Requires('processing-register:read')
  @ApiOperation({
    operationId: 'listProcessingActivities',
    summary: 'The record of processing activities (article 30 GDPR), with the terms that hold now',
  })
  @ApiOkResponse({ standardSchema: processingRegisterSchema })
  register(
    @CurrentActor() actor: Actor,
    @AcceptedLanguage() language: Language,
  ): Promise<ProcessingRegister> {
    return this.settings.register(actor, language);
  }
}
