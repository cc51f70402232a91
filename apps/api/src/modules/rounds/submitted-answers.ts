import { fault } from '@fieldlab/domain';
import type { InputFault } from '@fieldlab/domain';
import type { RoundParticipation, SubmitInput } from './submission.dto';

type Ended = NonNullable<SubmitInput['ended']>;

export interface Answers {
  confirmed: string[];
  ended: Ended;
  faults: InputFault[];
}

/** Holds what a coordinator answered against what was asked: of each company one thing, and of none nothing. */
export function answersIn(
  { confirmed, nothingChanged, ended = [] }: SubmitInput,
  asked: readonly RoundParticipation[],
): Answers {
  if (nothingChanged) {
    return { confirmed: asked.filter(({ isAsked }) => isAsked).map(({ id }) => id), ended: [], faults: [] };
  }
  const ticked = confirmed ?? [];
  const answers = [
    ...ticked.map((id, index) => ({ id, path: `confirmed.${index}` })),
    ...ended.map(({ participationId: id }, index) => ({ id, path: `ended.${index}.participationId` })),
  ];
  const faults = [
    ...strayFaults(answers, asked),
    ...missingFaults(answers, asked),
    ...tooEarlyFaults(ended, asked),
  ];
  return { confirmed: ticked, ended, faults };
}

interface Answer {
  id: string;
  path: string;
}

function strayFaults(answers: readonly Answer[], asked: readonly RoundParticipation[]): InputFault[] {
  const known = new Set(asked.map(({ id }) => id));
  const seen = new Set<string>();
  return answers.flatMap(({ id, path }) => {
    const code = !known.has(id) ? 'NOT_ASKED' : seen.has(id) ? 'ANSWERED_ALREADY' : undefined;
    seen.add(id);
    return code === undefined ? [] : [fault(path, code)];
  });
}

function missingFaults(answers: readonly Answer[], asked: readonly RoundParticipation[]): InputFault[] {
  const answered = new Set(answers.map(({ id }) => id));
  return asked
    .filter(({ id, isAsked }) => isAsked && !answered.has(id))
    .map(({ id, companyName }) => fault('confirmed', 'NOT_ANSWERED', { company: companyName, id }));
}

function tooEarlyFaults(ended: Ended, asked: readonly RoundParticipation[]): InputFault[] {
  const starts = new Map(asked.map(({ id, startedOn }) => [id, startedOn]));
  return ended.flatMap(({ participationId, lastDay }, index) => {
    const start = starts.get(participationId);
    if (start === undefined || lastDay >= start) return [];
    return [fault(`ended.${index}.lastDay`, 'STARTED_LATER', { start })];
  });
}
