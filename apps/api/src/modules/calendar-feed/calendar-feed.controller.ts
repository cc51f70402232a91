import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { SigningIn } from '../../access/limits/request-limits';
import { Public, Requires } from '../../access/requires.decorator';
import { noQuerySchema } from '../../resource/record.controller';
import {
  calendarFeedSchema,
  feedTokenSchema,
  newCalendarFeedSchema,
  type CalendarFeedDto,
  type NewCalendarFeed,
} from './calendar-feed.dto';
import { CalendarFeedService } from './calendar-feed.service';

@ApiTags('notifications')
@Controller()
export class CalendarFeedController {
  constructor(@Inject(CalendarFeedService) private readonly feed: CalendarFeedService) {}

  @Get('calendar-feed')
  @Requires('own-identity:read')
  @ApiOperation({ operationId: 'getCalendarFeed', summary: 'Whether your calendar has a secret address' })
  @ApiOkResponse({ standardSchema: calendarFeedSchema })
  get(@CurrentActor() actor: Actor, @Query({ schema: noQuerySchema }) _: object): Promise<CalendarFeedDto> {
    return this.feed.get(actor);
  }

  @Post('calendar-feed')
  @Requires('own-account:write')
  @ApiOperation({ operationId: 'renewCalendarFeed', summary: 'A new address; the one before ends' })
  @ApiCreatedResponse({ standardSchema: newCalendarFeedSchema })
  renew(@CurrentActor() actor: Actor, @Query({ schema: noQuerySchema }) _: object): Promise<NewCalendarFeed> {
    return this.feed.renew(actor);
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @Requires('own-account:write')
  @ApiOperation({ operationId: 'endCalendarFeed', summary: 'End the address' })
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Query({ schema: noQuerySchema }) _: object): Promise<void> {
    return this.feed.end(actor);
  }

  @Get('calendars/:token.ics')
  @Public()
  @SigningIn()
  @ApiOperation({
    operationId: 'getCalendar',
    summary: 'Rounds, follow-ups and activities of whoever holds the address, without names (RFC 5545)',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async read(
    @Param('token', { schema: feedTokenSchema }) token: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    const calendar = await this.feed.read(token);
    response.setHeader('X-Robots-Tag', 'noindex');
    response.type('text/calendar; charset=utf-8').send(calendar);
  }
}
