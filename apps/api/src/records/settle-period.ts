import { addDays, invalidInput } from '@fieldlab/domain';
import type { RecordSpec } from './record-spec';

type Row = Record<string, unknown>;

/**
 * People give the last day, the register keeps the first day after it: settles the two into one.
 * @throws DomainError INVALID_INPUT when they disagree, or the period would end before it starts.
 */
export function settlePeriod(spec: RecordSpec, sent: Row, current: Row = {}): Row {
  const { period } = spec;
  if (!period) return sent;
  const { lastDay, ...values } = sent;
  if (lastDay !== undefined) {
    const end = typeof lastDay === 'string' ? addDays(lastDay, 1) : null;
    if (values[period.end] !== undefined && values[period.end] !== end) {
      throw invalidInput([
        { path: 'lastDay', message: `It disagrees with ${period.end}, the first day after it.` },
      ]);
    }
    values[period.end] = end;
  }
  const [start, end] = [values[period.start] ?? current[period.start], values[period.end] ?? null];
  if (typeof start === 'string' && typeof end === 'string' && end <= start) {
    throw invalidInput([
      { path: period.end, message: `The period would end (${end}) before it starts (${start}).` },
    ]);
  }
  return checkedStart(period, values, current);
}

/** A changed start must still lie before the end that stays. */
function checkedStart(period: { start: string; end: string }, values: Row, current: Row): Row {
  const [start, end] = [values[period.start], current[period.end]];
  const keepsEnd = values[period.end] === undefined;
  if (keepsEnd && typeof start === 'string' && typeof end === 'string' && end <= start) {
    throw invalidInput([
      { path: period.start, message: `The period would start (${start}) after it ends (${end}).` },
    ]);
  }
  return values;
}
