import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { noQuerySchema } from '../../resource/record.controller';
import {
  notificationListSchema,
  readSchema,
  settingsPatchSchema,
  settingsSchema,
  type NotificationList,
  type NotificationSettings,
} from './notification.dto';
import { NotificationsService } from './notifications.service';

@ApiTags('notifications')
@Controller()
export class NotificationsController {
  constructor(@Inject(NotificationsService) private readonly notifications: NotificationsService) {}

  @Get('notifications')
  @Requires('own-identity:read')
  @ApiOperation({ operationId: 'listNotifications', summary: 'What waits for you' })
  @ApiOkResponse({ standardSchema: notificationListSchema })
  list(@CurrentActor() actor: Actor, @Query({ schema: noQuerySchema }) _: object): Promise<NotificationList> {
    return this.notifications.list(actor);
  }

  @Post('notifications/read')
  @HttpCode(204)
  @Requires('own-account:write')
  @ApiOperation({ operationId: 'readNotifications', summary: 'Note that you opened these, or all' })
  @ApiNoContentResponse()
  read(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: readSchema }) { ids }: z.output<typeof readSchema>,
  ): Promise<void> {
    return this.notifications.setRead(actor, ids);
  }

  @Get('notification-settings')
  @Requires('own-identity:read')
  @ApiOperation({ operationId: 'getNotificationSettings', summary: 'When what waits for you comes by mail' })
  @ApiOkResponse({ standardSchema: settingsSchema })
  settings(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<NotificationSettings> {
    return this.notifications.settings(actor);
  }

  @Patch('notification-settings')
  @Requires('own-account:write')
  @ApiOperation({ operationId: 'updateNotificationSettings', summary: 'Choose that time' })
  @ApiOkResponse({ standardSchema: settingsSchema })
  setSettings(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: settingsPatchSchema }) input: z.output<typeof settingsPatchSchema>,
  ): Promise<NotificationSettings> {
    return this.notifications.setSettings(actor, input);
  }
}
