import { addDays, invalidInput } from '@fieldlab/domain';
import type { RecordSpec } from './record-spec';

type Row = Record<string, unknown>;

/**
 * People give the last day, the register keeps the first day after it: settles the two into one.
 * @throws DomainError INVALID_INPUT when they disagree, or the period would end before it starts.
 */
export function settlePeriod(spec: RecordSpec, sent: Row, current: Row = {}): Row {
  const values = spec.period ? settleLastDay(sent, spec.period.end) : sent;
  const order = spec.period ?? spec.order;
  if (order) assertOrder({ ...current, ...values }, order);
  return values;
}

function settleLastDay({ lastDay, ...values }: Row, endField: string): Row {
  if (lastDay === undefined) return values;
  const end = typeof lastDay === 'string' ? addDays(lastDay, 1) : null;
  if (values[endField] !== undefined && values[endField] !== end) {
    throw invalidInput([
      { path: 'lastDay', message: `It disagrees with ${endField}, the first day after it.` },
    ]);
  }
  return { ...values, [endField]: end };
}

function assertOrder(values: Row, order: { start: string; end: string }): void {
  const [start, end] = [values[order.start], values[order.end]];
  if (typeof end !== 'string') return;
  if (typeof start !== 'string') {
    throw invalidInput([{ path: order.end, message: `An end needs a start (${order.start}).` }]);
  }
  if (end <= start) {
    throw invalidInput([
      { path: order.end, message: `The period would end (${end}) before it starts (${start}).` },
    ]);
  }
}
