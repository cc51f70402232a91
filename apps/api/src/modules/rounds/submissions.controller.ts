import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, noQuerySchema, reasonSchema, type ReasonQuery } from '../../resource/record.controller';
import {
  returnSchema,
  submissionSchema,
  submitSchema,
  type ReturnInput,
  type SubmissionDto,
  type SubmitInput,
} from './submission.dto';
import { SubmissionsService } from './submissions.service';

@ApiTags('rounds')
@Controller('rounds/:id/centres/:centreId')
export class SubmissionsController {
  constructor(@Inject(SubmissionsService) private readonly submissions: SubmissionsService) {}

  @Get()
  @Requires('round:read')
  @ApiOperation({
    operationId: 'getRoundSubmission',
    summary: 'What a centre is asked in a round: its companies, and what was said of them',
  })
  @ApiOkResponse({ standardSchema: submissionSchema })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<SubmissionDto> {
    return this.submissions.get(actor, { roundId, centreId });
  }

  @Post('submit')
  @HttpCode(200)
  @Idempotent()
  @Requires('round:write')
  @ApiOperation({
    operationId: 'submitRound',
    summary: 'Confirm the participations that still hold, and end the others',
  })
  @ApiOkResponse({ standardSchema: submissionSchema })
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: submitSchema }) input: SubmitInput,
  ): Promise<SubmissionDto> {
    return this.submissions.submit(actor, { roundId, centreId }, input, reason);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Idempotent()
  @Requires('round:write')
  @ApiOperation({
    operationId: 'withdrawRound',
    summary: 'Take back what was submitted, while nobody has decided on it; what it ended goes on',
  })
  @ApiOkResponse({ standardSchema: submissionSchema })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
  ): Promise<SubmissionDto> {
    return this.submissions.withdraw(actor, { roundId, centreId }, reason);
  }

  @Post('accept')
  @HttpCode(200)
  @Idempotent()
  @Requires('round:decide')
  @ApiOperation({ operationId: 'acceptRound', summary: 'Accept what was submitted; its quarter is locked' })
  @ApiOkResponse({ standardSchema: submissionSchema })
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
  ): Promise<SubmissionDto> {
    return this.submissions.accept(actor, { roundId, centreId }, reason);
  }

  @Post('return')
  @HttpCode(200)
  @Idempotent()
  @Requires('round:decide')
  @ApiOperation({ operationId: 'returnRound', summary: 'Return what was submitted, with a remark' })
  @ApiOkResponse({ standardSchema: submissionSchema })
  return(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: returnSchema }) { remark }: ReturnInput,
  ): Promise<SubmissionDto> {
    return this.submissions.return(actor, { roundId, centreId }, remark, reason);
  }

  @Post('reopen')
  @HttpCode(200)
  @Idempotent()
  @Requires('round:decide')
  @ApiOperation({
    operationId: 'reopenRound',
    summary: 'Take back that it was accepted, which takes a reason, or returned; it waits again',
  })
  @ApiOkResponse({ standardSchema: submissionSchema })
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
  ): Promise<SubmissionDto> {
    return this.submissions.reopen(actor, { roundId, centreId }, reason);
  }
}
