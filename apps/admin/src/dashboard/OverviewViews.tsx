import type { ViewState } from '@fieldlab/domain';
import { today } from '../providers/today';
import { SavedViews } from '../ui/views/SavedViews';
import type { Comparison } from './comparison';

interface OverviewViewsProps {
  asOf: string;
  comparison: Comparison;
}

/** The views of the overview: its dates. One that was kept as it stands today stands at each day that it is opened. */
export function OverviewViews({ asOf, comparison }: OverviewViewsProps) {
  const state = (): ViewState => ({
    filter: { ...(asOf !== today() && { asOf }), compare: comparison },
    sort: null,
    columns: null,
  });
  return <SavedViews resource="overview" state={state} />;
}
