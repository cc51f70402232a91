import { Inject, Injectable } from '@nestjs/common';
import type { FiguresAnswer, Language } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { KnowledgeRepository } from '../engine/knowledge.repository';
import type { RegisterAt } from '../engine/register-at';
import { AskedTogether } from '../asked-together';
import { FiguresService } from '../figures.service';
import type { ParticipatingLevels } from '../series/levels.dto';
import { LevelsService } from '../series/levels.service';
import { orRefused, partOf, prepare, type Asked, type Refused } from './asked';
import type { Question } from './questions.dto';

/** What one question came to, or what is wrong with it alone. */
export type Outcome = { figures: FiguresAnswer } | { levels: ParticipatingLevels } | Refused;

/** Several questions about figures, answered from one state of the register. */
@Injectable()
export class QuestionsService {
  private readonly together = new AskedTogether<Outcome>();

  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(LevelsService) private readonly levels: LevelsService,
  ) {}

  /**
   * Tells each answer when it is known, in the order of the questions; none waits for what is asked after it. All who ask
   * the same at the same time hear the same.
   */
  answer(
    questions: readonly Question[],
    language: Language,
    tell: (outcome: Outcome) => void,
  ): Promise<void> {
    const compute = (telling: typeof tell): Promise<void> => this.compute(questions, language, telling);
    return this.together.ask([questions, language], compute, tell);
  }

  private async compute(
    questions: readonly Question[],
    language: Language,
    tell: (outcome: Outcome) => void,
  ): Promise<void> {
    const all = await prepare(questions);
    const instants = [...new Set([undefined, ...all.map(instantOf)])];
    const telling = async (client: SqlClient, registers: RegisterAt[]): Promise<void> => {
      for (const asked of all) {
        const register = registers[instants.indexOf(instantOf(asked))];
        if (!register) throw new Error('Every instant was asked');
        tell(await orRefused(() => this.outcome(client, register, asked, language)));
      }
    };
    await this.knowledge.readAtEach(instants, telling, { once: true });
  }

  private async outcome(
    client: SqlClient,
    register: RegisterAt,
    asked: Asked | Refused,
    language: Language,
  ): Promise<Outcome> {
    if ('refusal' in asked) return asked;
    if (asked.kind === 'levels')
      return { levels: await this.levels.computeIn(client, register, asked, language) };
    const { query, indicators, together } = asked;
    const counted = { ...query, indicators: [...together] };
    const answer = await this.figures.answerIn(client, register, counted, language);
    return { figures: partOf(answer, indicators) };
  }
}

const instantOf = (asked: Asked | Refused): string | undefined =>
  'query' in asked ? asked.query.knownAt : undefined;
