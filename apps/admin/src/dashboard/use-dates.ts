import { isCalendarDate } from '@fieldlab/domain';
import { useStore } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { today } from '../providers/today';
import { COMPARISONS, type Comparison } from './comparison';

export interface Dates {
  asOf: string;
  comparison: Comparison;
  show: (change: Partial<{ asOf: string; comparison: Comparison }>) => void;
}

/** The dates of the overview, in its address: a link to it shows the same. Without them today, compared as last time. */
export function useDates(): Dates {
  const [parameters, setParameters] = useSearchParams();
  const [usual, setUsual] = useStore<Comparison>('dashboard.comparison', 'year');
  const [asked, by] = [parameters.get('asOf'), parameters.get('compare')];
  const asOf = asked !== null && isCalendarDate(asked) ? asked : today();
  const comparison = COMPARISONS.find((one) => one === by) ?? usual;
  return {
    asOf,
    comparison,
    show: (change) => {
      const next = { asOf, comparison, ...change };
      if (change.comparison) setUsual(change.comparison);
      setParameters({ asOf: next.asOf, compare: next.comparison }, { replace: true });
    },
  };
}
