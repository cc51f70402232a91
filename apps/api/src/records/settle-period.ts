import { addDays, LAST_DAY_OF_ALL, type InputFault } from '@fieldlab/domain';
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
      faults: [
        { path: 'lastDay', message: `At most ${LAST_DAY_OF_ALL}; leave it out when there is no last day.` },
      ],
    };
  }
  const end = typeof lastDay === 'string' ? addDays(lastDay, 1) : null;
  if (values[endField] !== undefined && values[endField] !== end) {
    const message = `It disagrees with ${endField}, the first day after it.`;
    return { values, faults: [{ path: 'lastDay', message }] };
  }
  return { values: { ...values, [endField]: end }, faults: [] };
}

function orderFaults(values: Row, order: { start: string; end: string }): InputFault[] {
  const [start, end] = [values[order.start], values[order.end]];
  if (typeof end !== 'string') return [];
  const path = order.end;
  if (typeof start !== 'string')
    return [{ path, message: `An end needs a start (${order.start}).`, code: 'END_NEEDS_START' }];
  if (end > start) return [];
  const message = `The period would end (${end}) before it starts (${start}).`;
  return [{ path, message, code: 'ENDS_BEFORE_START', about: { start, end } }];
}
