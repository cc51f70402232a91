import { Body, Controller, Get, Inject, Patch, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { IfMatch } from '../../platform/http/etag';
import { versioned } from '../../resource/record.controller';
import { AccessSettingsService } from './access-settings.service';
import { accessSettingsPatchSchema, accessSettingsSchema, type AccessSettingsDto } from './account.dto';

@ApiTags('access-settings')
@Controller('access-settings')
@Requires('access-settings:write')
export class AccessSettingsController {
  constructor(@Inject(AccessSettingsService) private readonly settings: AccessSettingsService) {}

  @Get()
  @ApiOperation({ operationId: 'getAccessSettings', summary: 'Rules for signing in' })
  @ApiOkResponse({ standardSchema: accessSettingsSchema })
  async get(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccessSettingsDto> {
    return versioned(response, await this.settings.get(actor));
  }

  @Patch()
  @ApiOperation({ operationId: 'updateAccessSettings', summary: 'Which roles need a second factor' })
  @ApiOkResponse({ standardSchema: accessSettingsSchema })
  async patch(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: accessSettingsPatchSchema })
    { secondFactorRequiredFor }: z.output<typeof accessSettingsPatchSchema>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccessSettingsDto> {
    return versioned(response, await this.settings.patch(actor, version, secondFactorRequiredFor));
  }
}
