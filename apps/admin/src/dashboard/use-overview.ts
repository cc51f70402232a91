import { useTogether, type Together } from '../providers/questions';
import { overviewQuestions, type OverviewAsked, type OverviewPart } from './overview-questions';

export interface OverviewProps {
  asOf: string;
  overview: Together<OverviewPart>;
}

/** Every figure of the overview, by its part. */
export const useOverview = (asked: OverviewAsked): Together<OverviewPart> =>
  useTogether<OverviewPart>(overviewQuestions(asked));
