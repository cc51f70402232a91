import { addDays, LAST_DAY_OF_ALL, type InputFault, fault } from '@fieldlab/domain';
import type { RecordSpec } from './record-spec';

type Row = Record<string, unknown>;

export interface SettledPeriod {
  values: Row;
  faults: InputFault[];
}

/** People give the last day, the register keeps the first day after it: settles the two into one. */
export function settlePeriod(spec: RecordSpec, sent: Row, current: Row = {}): SettledPeriod {
  const { values, faults } = spec.period
    ? settleLastDay(sent, spec.period.end)
    : { values: sent, faults: [] };
  const order = spec.period ?? spec.order;
  return { values, faults: [...faults, ...(order ? orderFaults({ ...current, ...values }, order) : [])] };
}

function settleLastDay({ lastDay, ...values }: Row, endField: string): SettledPeriod {
  if (lastDay === undefined) return { values, faults: [] };
  if (typeof lastDay === 'string' && lastDay > LAST_DAY_OF_ALL) {
    return {
      values,
      faults: [fault('lastDay', 'LAST_DAY_OUT_OF_RANGE', { last: LAST_DAY_OF_ALL })],
    };
  }
  const end = typeof lastDay === 'string' ? addDays(lastDay, 1) : null;
  if (values[endField] !== undefined && values[endField] !== end) {
    return { values, faults: [fault('lastDay', 'ENDS_DISAGREE', { field: endField })] };
  }
  return { values: { ...values, [endField]: end }, faults: [] };
}

function orderFaults(values: Row, order: { start: string; end: string }): InputFault[] {
  const [start, end] = [values[order.start], values[order.end]];
  if (typeof end !== 'string') return [];
  const path = order.end;
  if (typeof start !== 'string') return [fault(path, 'END_NEEDS_START')];
  if (end > start) return [];
  return [fault(path, 'ENDS_BEFORE_START', { start, end })];
}
