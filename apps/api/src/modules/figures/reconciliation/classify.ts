import type { ReconciliationReason } from '@fieldlab/domain';
import { OPEN } from '../columns/versions';
import { CENTRE_ENDED, PARTICIPATED, REACHED } from '../engine/firm-flags';
import { kindOf, type FirmFacts, type Part, type ThingKind } from './parts';
import type { Crossing, Setting } from './settings';

/** A named reason, with the day at which it turns where it names one. */
export interface Why {
  reason: ReconciliationReason;
  date?: string;
}

/** One thing before and after a crossing; at least one of the two counts it differently. */
export interface Changed {
  before: Part | undefined;
  after: Part | undefined;
  /** What it adds less. */
  isLoss: boolean;
}

/** Why one thing counts differently after a crossing. What became known since is told by KnowledgeChanges. */
export function whyChanged(crossing: Crossing, changed: Changed): Why {
  switch (crossing.transition) {
    case 'definition':
      return { reason: 'DEFINITION_CHANGED' };
    case 'indicator':
      return byIndicator(crossing, changed);
    case 'scope':
      return { reason: changed.isLoss ? 'OUTSIDE_SCOPE' : 'WITHIN_SCOPE' };
    case 'from':
      return { reason: 'BEFORE_PERIOD', date: latest(crossing.before.from, crossing.after.from) };
    case 'asOf':
      return byDate(crossing, changed);
    case 'knownAt':
      throw new Error('What became known is not told from the parts alone');
  }
}

const latest = (one: string | null, other: string | null): string =>
  [one ?? '', other ?? ''].sort().at(-1) ?? '';

/** Of the two figures, the one that leaves it out says why. */
function byIndicator({ before, after }: Crossing, { before: a, after: b, isLoss }: Changed): Why {
  if (a && b && a.amount > 0 && b.amount > 0) return { reason: 'SEVERAL_CENTRES' };
  const part = isLoss ? { ...b, ...known(a) } : { ...a, ...known(b) };
  return absentFrom(isLoss ? after : before, part);
}

const known = (part: Part | undefined) => ({
  ...(part?.firm ? { firm: part.firm } : {}),
  ...(part?.trait !== undefined ? { trait: part.trait } : {}),
});

type Known = Pick<Part, 'firm' | 'trait'>;

function absentFrom(setting: Setting, { firm, trait }: Known): Why {
  const { code } = setting.indicator;
  switch (kindOf(setting.indicator)) {
    case 'firm':
      return firmAbsentFrom(code, firm, setting);
    case 'centre':
      return centreAbsentFrom(code, trait, setting);
    case 'spin-off':
      return code === 'spin_offs_active'
        ? { reason: 'DISSOLVED_BEFORE', date: setting.asOf }
        : { reason: 'FOUNDED_BEFORE_PERIOD' };
    default:
      return { reason: euroAbsentFrom(code, trait ?? '') };
  }
}

function firmAbsentFrom(code: string, firm: FirmFacts | undefined, setting: Setting): Why {
  const flags = firm?.flags ?? 0;
  if (code === 'production_starts') return { reason: 'NO_PRODUCTION_START' };
  if (code === 'companies_new' && (firm?.firstOn ?? OPEN) !== OPEN) {
    return { reason: 'FIRST_TOOK_PART_EARLIER' };
  }
  if (code === 'companies_participating' && (flags & PARTICIPATED) > 0) return stopped(firm, setting.asOf);
  const reached = (flags & REACHED) > 0 && code !== 'companies_reached';
  return { reason: reached ? 'ONLY_REACHED' : 'NOT_REACHED' };
}

const stopped = (firm: FirmFacts | undefined, date: string): Why =>
  ((firm?.flags ?? 0) & CENTRE_ENDED) > 0 ? { reason: 'CENTRE_ENDED' } : { reason: 'STOPPED_BEFORE', date };

function centreAbsentFrom(code: string, kind: string | null | undefined, { asOf }: Setting): Why {
  if (code.startsWith('fieldlabs') && kind === 'HUB') return { reason: 'NOT_A_FIELDLAB' };
  if (code.startsWith('hubs') && kind === 'FIELDLAB') return { reason: 'NOT_A_HUB' };
  return code.endsWith('_active')
    ? { reason: 'CLOSED_BEFORE', date: asOf }
    : { reason: 'STARTED_BEFORE_PERIOD' };
}

/** The trait of an investment is `STATUS:SOURCE`. */
function euroAbsentFrom(code: string, trait: string): ReconciliationReason {
  const [status, source] = trait.split(':');
  if (code === 'investment_committed') return 'REALISED_NOT_COMMITTED';
  if (status === 'COMMITTED') return 'COMMITTED_NOT_REALISED';
  if (source === 'KNOWLEDGE_INSTITUTES') return 'FROM_KNOWLEDGE_INSTITUTES';
  return source === 'COMPANIES' ? 'FROM_COMPANIES' : 'FROM_PUBLIC_SOURCES';
}

const ENDED: Partial<Record<ThingKind, ReconciliationReason>> = {
  centre: 'CLOSED_BEFORE',
  'spin-off': 'DISSOLVED_BEFORE',
};

/** Between two dates a thing begins, or it ends; the later figure leaves out what ended, the earlier what began. */
function byDate({ before, after }: Crossing, { before: a, after: b, isLoss }: Changed): Why {
  const [earlier, later] = [before.asOf, after.asOf].sort() as [string, string];
  const kind = kindOf(after.indicator);
  const began = isLoss === after.asOf < before.asOf;
  if (began)
    return { reason: kind === 'firm' || kind === 'centre' ? 'STARTED_AFTER' : 'DATED_AFTER', date: earlier };
  const ended = ENDED[kind];
  return ended ? { reason: ended, date: later } : stopped((after.asOf === later ? b : a)?.firm, later);
}
