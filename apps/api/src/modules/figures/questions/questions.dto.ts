import { z } from 'zod';
import { figuresAnswerSchema, figuresQuestionSchema } from '../figures.dto';
import { levelsQuerySchema, levelsSchema } from '../series/levels.dto';

/** More than any page of ours asks at once, and few enough that nobody waits long for them. */
const MOST_QUESTIONS = 20;

const questionSchema = z.discriminatedUnion('kind', [
  figuresQuestionSchema.extend({ kind: z.literal('figures') }),
  levelsQuerySchema.extend({ kind: z.literal('levels') }),
]);

export const questionsSchema = z.strictObject({
  questions: z
    .array(questionSchema)
    .min(1)
    .max(MOST_QUESTIONS)
    .describe('Each as GET /figures (`figures`) or GET /figures/levels (`levels`) takes it.'),
});

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          code: z.string().optional(),
          about: z.record(z.string(), z.string()).readonly().optional(),
        }),
      )
      .readonly()
      .optional(),
    requestId: z.string(),
  })
  .describe('What is wrong with this question alone, as GET /figures would say it.');

export const answersSchema = z
  .object({
    data: z
      .array(
        z.union([
          z.object({ figures: figuresAnswerSchema }),
          z.object({ levels: levelsSchema }),
          z.object({ problem: problemSchema }),
        ]),
      )
      .describe(
        'In the order of the questions; each stands on a line of its own, which is sent when it is known.',
      ),
  })
  .meta({ id: 'FigureAnswers' });

export type Question = z.output<typeof questionSchema>;
export type Questions = z.output<typeof questionsSchema>;
export type Answer = z.output<typeof answersSchema>['data'][number];
