import { Inject, Injectable } from '@nestjs/common';
import {
  bridgeText,
  DomainError,
  invalidInput,
  RECONCILIATION_REASONS,
  reasonLabel,
  valueOf,
  type Bridge,
  type BridgeEnd,
  type BridgeStep,
  type ToldStep,
  type FiguresQuery,
  type Hundredths,
  type InputFault,
  type Language,
  type ReconciliationReason,
  fault,
} from '@fieldlab/domain';
import { assertOwnCentres } from '../../../access/scope';
import type { SqlClient } from '../../../platform/database/database';
import type { EngineContext } from '../engine/engine-context';
import { KnowledgeRepository } from '../engine/knowledge.repository';
import type { RegisterAt } from '../engine/register-at';
import { FigureContexts } from '../figure-contexts';
import { checkQuery, type CheckedQuery } from '../figures-query';
import { CrossingReader, type Crossed, type Difference } from './crossing-reader';
import { crossingsBetween, type Cell, type Crossing, type Setting } from './settings';

/** One figure of a reconciliation, as asked. */
export interface Side extends Omit<FiguresQuery, 'indicators' | 'by' | 'sectorVersion' | 'countBy'> {
  indicator: string;
}
export interface Sides {
  left: Side;
  right: Side;
  /** The cell of both figures; without it the figures themselves. */
  cell?: Cell | undefined;
}

/** The centres that bound the reader; undefined is no bound. */
type Bound = readonly string[] | undefined;

const ORDER = Object.keys(RECONCILIATION_REASONS) as ReconciliationReason[];

/** Why two figures of one unit differ: a bridge of named reasons that adds up exactly from the one to the other. */
@Injectable()
export class ReconciliationService {
  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FigureContexts) private readonly contexts: FigureContexts,
  ) {}

  /**
   * @param membersOf where the records behind a step are read, as an address.
   * @throws DomainError INVALID_INPUT: names, dates or scopes that mean nothing, different units, an empty side.
   */
  async bridge(sides: Sides, language: Language, membersOf: (step: string) => string): Promise<Bridge> {
    return this.read(sides, async (reader, left, right) => {
      const ends = [await endOf(reader, left, 'left'), await endOf(reader, right, 'right')] as const;
      const steps: BridgeStep[] = [];
      const told: ToldStep[] = [];
      let total = ends[0].amount;
      for (const crossing of crossingsBetween(left, right)) {
        for (const { reason, date, change, records } of groupsOf(await reader.cross(crossing))) {
          if (change === 0n) continue;
          total += change;
          const { unit } = left.indicator;
          const added = { change: valueOf(change, unit), total: valueOf(total, unit) };
          told.push({ reason, date, ...added });
          steps.push({
            reason,
            label: reasonLabel(reason, date, language),
            transition: crossing.transition,
            ...added,
            records,
            members: membersOf(stepKey(crossing, reason)),
          });
        }
      }
      const [from, to] = [ends[0].end, ends[1].end];
      return { left: from, right: to, steps, text: bridgeText(from, to, told, language) };
    });
  }

  /**
   * The things behind one step, with what each changes.
   * @throws DomainError NOT_FOUND for a step that is not there; FORBIDDEN where a scope meant another's centre.
   */
  async differences<T>(
    sides: Sides,
    step: string,
    work: (client: SqlClient, differences: Difference[]) => Promise<T>,
    bound?: Bound,
  ): Promise<T> {
    return this.read(
      sides,
      async (reader, left, right, client) => {
        for (const crossing of crossingsBetween(left, right)) {
          if (!step.startsWith(`${crossing.transition}:`)) continue;
          const { differences } = await reader.cross(crossing);
          const mine = differences.filter(({ why }) => stepKey(crossing, why.reason) === step);
          if (mine.length > 0) return work(client, mine);
        }
        throw new DomainError('NOT_FOUND', `This bridge has no step "${step}".`);
      },
      bound,
    );
  }

  private async read<T>(
    { left, right, cell }: Sides,
    work: (reader: CrossingReader, left: Setting, right: Setting, client: SqlClient) => Promise<T>,
    bound?: Bound,
  ): Promise<T> {
    const [one, other] = [checkSide(left, 'left'), checkSide(right, 'right')];
    assertOneUnit(one, other);
    return this.knowledge.readAtEach([one.knownAt, other.knownAt], async (client, [first, second]) => {
      if (!first || !second) throw new Error('Two instants were asked');
      const settings = [
        { ...(await at('left', () => this.settingOf(client, first, one, left))), cell },
        { ...(await at('right', () => this.settingOf(client, second, other, right))), cell },
      ] as const;
      const reader = new CrossingReader(async (setting) => {
        const context = await this.contextOf(client, setting);
        // Each end, and what lies between them: one side's scope at the instant of the other may be a third centre.
        assertOwnCentres(bound, context.centres);
        return context;
      });
      return work(reader, ...settings, client);
    });
  }

  private async settingOf(
    client: SqlClient,
    register: RegisterAt,
    checked: CheckedQuery,
    side: Side,
  ): Promise<Setting> {
    const { asOf, from, scope } = await this.contexts.resolve(client, register, checked);
    await this.contexts.base(client, register, checked); // the scope is known there
    const [indicator] = checked.indicators;
    if (!indicator) throw new Error('A side has one indicator');
    return { indicator, scope, scopeText: side.scope ?? 'programme', from: from ?? null, asOf, register };
  }

  /** Between the two ends a scope may not have been known yet: it holds nothing then. */
  private async contextOf(client: SqlClient, setting: Setting): Promise<EngineContext> {
    try {
      const { register, scope, cell } = setting;
      // A cell is of the version that most profiles had, as it was known.
      const unasked = { sectorVersion: undefined };
      const sectors = cell?.by === 'sector' ? await this.contexts.sectors(register, unasked) : undefined;
      return await this.contexts.base(client, register, { scope, sectors, countBy: 'company' });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return {
        ...{ client, register: setting.register, centres: [], slices: [] },
        ...{ placedBy: 'centre', sectorScheme: undefined, countBy: 'company' },
      };
    }
  }
}

const stepKey = ({ transition }: Crossing, reason: ReconciliationReason): string => `${transition}:${reason}`;

/** Puts the side before the path of every fault in it. @throws DomainError */
async function at<T>(side: keyof Sides, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sided(error, side);
  }
}

function sided(error: unknown, side: keyof Sides): unknown {
  if (!(error instanceof DomainError) || error.faults.length === 0) return error;
  return invalidInput(
    error.faults.map((found): InputFault => ({
      ...found,
      path: found.path === 'indicator' ? side : `${side}.${found.path}`,
    })),
  );
}

function checkSide({ indicator, ...rest }: Side, side: keyof Sides): CheckedQuery {
  try {
    return checkQuery({ ...rest, indicators: [indicator] });
  } catch (error) {
    throw sided(error, side);
  }
}

function assertOneUnit({ indicators: [left] }: CheckedQuery, { indicators: [right] }: CheckedQuery): void {
  if (left?.unit === right?.unit) return;
  throw invalidInput([fault('right', 'DIFFERENT_UNITS')]);
}

async function endOf(
  reader: CrossingReader,
  setting: Setting,
  side: keyof Sides,
): Promise<{ amount: Hundredths; end: BridgeEnd }> {
  const amount = await reader.valueOf(setting);
  const { indicator, asOf, from, scopeText, register } = setting;
  if (amount === undefined && !setting.cell) {
    throw invalidInput([fault(side, 'NOTHING_TO_DIVIDE', { indicator: indicator.code })]);
  }
  return {
    amount: amount ?? 0n,
    end: {
      indicator: indicator.code,
      definitionVersion: indicator.version,
      unit: indicator.unit,
      value: valueOf(amount ?? 0n, indicator.unit),
      asOf,
      from,
      knownAt: register.knowledge.knownAt,
      scope: scopeText,
    },
  };
}

interface Group {
  reason: ReconciliationReason;
  date: string | undefined;
  change: Hundredths;
  records: number;
}

/** What a crossing does, by reason, in the order of the catalogue. */
function groupsOf({ differences, recomputed }: Crossed): Group[] {
  if (recomputed) {
    const { change, why } = recomputed;
    return [{ reason: why.reason, date: why.date, change, records: differences.length }];
  }
  const groups = new Map<ReconciliationReason, Group>();
  for (const { change, why } of differences) {
    const group = groups.get(why.reason) ?? { reason: why.reason, date: why.date, change: 0n, records: 0 };
    group.change += change;
    group.records += 1;
    groups.set(why.reason, group);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
}
