import { unwrap, type paths, type Problem, type Schemas } from '@fieldlab/api-client';
import type { FiguresAnswer } from '@fieldlab/domain';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/use-t';
import { api } from './api';
import { CHANGES_WITH_ANY_WRITE, type FiguresQuery } from './figures';
import { asHttpError, withHttpErrors } from './http';
import { linesOf } from './lines-of';

export type Question =
  | ({ kind: 'figures'; indicator: readonly string[] } & Omit<FiguresQuery, 'indicator'>)
  | { kind: 'levels'; asOf: string; every: 'year' };
type Body = paths['/api/v1/figures/questions']['post']['requestBody']['content']['application/json'];
type Answer = Partial<{ figures: FiguresAnswer; levels: Schemas['ParticipatingLevels']; problem: Problem }>;

interface Part {
  round: number;
  answer: Answer;
}
/** What is known, each part of the round in which it was asked. */
interface Known {
  round: number;
  parts: Readonly<Record<string, Part>>;
}

/** What one question came to. */
interface Told extends Omit<Answer, 'problem'> {
  /** Shown is what was known before; what is known now is on its way. */
  isUpdating: boolean;
}

export interface Together<Name extends string> {
  told: (name: Name) => Told;
  /** Why there is nothing of it that could be shown. */
  errorOf: (name: Name) => unknown;
  refetch: () => void;
}

let rounds = 0;
const NOTHING: Known = { round: 0, parts: {} };

/**
 * Several questions about figures in one request. Each answer is there when it comes, which is in the order of the
 * questions; until then what was known before stays, and says so.
 */
export function useTogether<Name extends string>(
  asked: Readonly<Partial<Record<Name, Question>>>,
): Together<Name> {
  const language = useLanguage();
  const client = useQueryClient();
  const shown = useRef<Known['parts']>({});
  const queryKey = ['figures', 'together', asked, language];
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const before = client.getQueryData<Known>(queryKey)?.parts ?? shown.current;
      let known: Known = { round: (rounds += 1), parts: before };
      client.setQueryData(queryKey, known);
      await ask(asked, signal, (name, answer) => {
        const { round, parts } = known;
        known = { round, parts: { ...parts, [name]: { round, answer } } };
        client.setQueryData(queryKey, known);
      });
      return known;
    },
    placeholderData: keepPreviousData,
    staleTime: CHANGES_WITH_ANY_WRITE,
  });
  const { round, parts } = data ?? NOTHING;
  useEffect(() => {
    shown.current = parts;
  }, [parts]);
  const isOfNow = (part: Part | undefined): boolean => part?.round === round && !isPlaceholderData;
  return {
    told: (name) => {
      const part = parts[name];
      return { ...part?.answer, isUpdating: part !== undefined && !isOfNow(part) };
    },
    errorOf: (name) => {
      const part = parts[name];
      if (!isOfNow(part)) return error;
      return part?.answer.problem && asHttpError(part.answer.problem);
    },
    refetch: () => void refetch(),
  };
}

/** Tells each answer when it comes. @throws HttpError where the whole request was refused, or broke off. */
async function ask(
  asked: Readonly<Partial<Record<string, Question>>>,
  signal: AbortSignal,
  tell: (name: string, answer: Answer) => void,
): Promise<void> {
  const names = Object.keys(asked);
  const body = { questions: Object.values(asked) } as Body;
  const read = async (): Promise<void> => {
    const sent = api.POST('/api/v1/figures/questions', { body, parseAs: 'stream', signal });
    const stream = await unwrap(sent);
    let count = 0;
    for await (const line of stream ? linesOf(stream) : []) {
      const name = names[count];
      if (BRACKETS.has(line) || name === undefined) continue;
      tell(name, JSON.parse(line.replace(/,$/, '')) as Answer);
      count += 1;
    }
    if (count < names.length) throw new TypeError('The answer broke off.');
  };
  await withHttpErrors(read());
}

/** The lines before and behind those with answers. */
const BRACKETS: ReadonlySet<string> = new Set(['{"data":[', ']}']);
