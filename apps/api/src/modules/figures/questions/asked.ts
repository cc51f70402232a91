import {
  DomainError,
  indicatorReference,
  type FiguresAnswer,
  type FiguresQuery,
  type Indicator,
} from '@fieldlab/domain';
import { checkQuery } from '../figures-query';
import { checkLevels } from '../series/levels.service';
import type { Question } from './questions.dto';

export interface Refused {
  refusal: DomainError;
}

/** A question of which all that needs no register is known to be right. */
export type Asked =
  | { kind: 'figures'; query: FiguresQuery; indicators: readonly Indicator[]; together: ReadonlySet<string> }
  | Extract<Question, { kind: 'levels' }>;

/** What it answers, or what was wrong with it; what nobody foresaw is wrong with all that is asked. */
export async function orRefused<T>(work: () => T | Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}

/**
 * Each question as it is computed: what is asked of one day, scope and instant without a breakdown is counted in one
 * pass, whatever question it is of.
 */
export async function prepare(questions: readonly Question[]): Promise<(Asked | Refused)[]> {
  const passes = new Map<string, Set<string>>();
  return Promise.all(questions.map((question) => orRefused(() => asAsked(question, passes))));
}

function asAsked(question: Question, passes: Map<string, Set<string>>): Asked {
  if (question.kind === 'levels') {
    checkLevels(question);
    return question;
  }
  const { kind, indicator, ...setting } = question;
  const query = { ...setting, indicators: indicator };
  const { indicators } = checkQuery(query);
  const together = query.by === undefined ? passOf(query, passes) : new Set<string>();
  for (const one of indicators) together.add(indicatorReference(one));
  return { kind, query, indicators, together };
}

function passOf(query: FiguresQuery, passes: Map<string, Set<string>>): Set<string> {
  const { asOf, from, knownAt, scope, countBy } = query;
  const setting = JSON.stringify([asOf, from, knownAt, scope, countBy]);
  const pass = passes.get(setting) ?? new Set<string>();
  passes.set(setting, pass);
  return pass;
}

/** Of what was counted together, what one question asked, in its order. */
export function partOf(answer: FiguresAnswer, indicators: readonly Indicator[]): FiguresAnswer {
  const figures = indicators.flatMap(
    ({ code, version }) =>
      answer.figures.find((one) => one.indicator === code && one.definitionVersion === version) ?? [],
  );
  return { ...answer, figures };
}
