import { Body, Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { Requires } from '../../../access/requires.decorator';
import { AcceptedLanguage } from '../../../platform/http/language';
import { inPieces, type Pieces } from '../../../platform/http/in-pieces';
import { toProblem } from '../../../platform/http/problem';
import { requestIdOf } from '../../../platform/http/request-id';
import { noQuerySchema } from '../../../resource/record.controller';
import { answersSchema, questionsSchema, type Answer, type Questions } from './questions.dto';
import { QuestionsService } from './questions.service';

@ApiTags('figures')
@Controller('figures/questions')
export class QuestionsController {
  constructor(@Inject(QuestionsService) private readonly service: QuestionsService) {}

  @Post()
  @HttpCode(200)
  @Requires('figure:read')
  @ApiOperation({
    operationId: 'askFigures',
    summary: 'Several questions about figures at once, answered from one state of the register',
  })
  @ApiOkResponse({ standardSchema: answersSchema })
  async ask(
    @Req() request: Request,
    @Res() response: Response,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: questionsSchema }) { questions }: Questions,
    @AcceptedLanguage() language: Language,
  ): Promise<void> {
    let pieces: Pieces | undefined;
    await this.service.answer(questions, language, (outcome) => {
      const answer: Answer =
        'refusal' in outcome
          ? { problem: toProblem(outcome.refusal, requestIdOf(request), language) }
          : outcome;
      const before = pieces ? ',\n' : '{"data":[\n';
      // Not before there is something to say: what fails until then is answered as what it is.
      pieces ??= inPieces(request, response.type('application/json'));
      pieces.write(before + JSON.stringify(answer));
    });
    pieces?.end('\n]}\n');
  }
}
