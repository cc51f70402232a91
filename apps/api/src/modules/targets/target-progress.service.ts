import { Inject, Injectable } from '@nestjs/common';
import { expectedOn, findIndicator, targetLight, type Figure, type FigureValue } from '@fieldlab/domain';
import { requirePermission, type Actor } from '../../access/actor';
import { Database } from '../../platform/database/database';
import { FiguresService } from '../figures/figures.service';
import { inUnit } from './quantity';
import type { Target, TargetProgress, TargetState } from './target.dto';
import { TargetsRepository, type Calendar } from './targets.repository';
import { TargetsService } from './targets.service';

/** More than anybody reads on a page; a programme has a dozen. */
const MOST = 1000;

/** Where the figures stand that the programme aims at. */
@Injectable()
export class TargetProgressService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(TargetsRepository) private readonly repository: TargetsRepository,
    @Inject(FiguresService) private readonly figures: FiguresService,
  ) {}

  async progress(actor: Actor, asked: string | undefined): Promise<TargetProgress> {
    requirePermission(actor, 'target:read');
    const calendar = await this.repository.calendar(this.database.pool);
    const asOf = asked ?? calendar.today;
    const { data, total } = await this.targets.list(actor, { page: 1, perPage: MOST, sort: 'dueOn' });
    const states = new Map<string, TargetState>();
    for (const group of groups(data, asOf)) {
      const values = await this.valuesOf(group, calendar);
      for (const target of group.targets) {
        states.set(
          target.id,
          stateOf(target, { asOf, on: group.on, calendar }, values.get(target.indicator)),
        );
      }
    }
    return { asOf, data: data.flatMap(({ id }) => states.get(id) ?? []), total };
  }

  /** Before the programme started there is nothing to compute. */
  private async valuesOf({ on, scope, targets }: Group, { startedOn }: Calendar) {
    if (startedOn !== undefined && on < startedOn) return new Map<string, FigureValue>();
    const indicators = [...new Set(targets.map(({ indicator }) => indicator))];
    const { figures } = await this.figures.answer({ asOf: on, scope, indicators }, 'en');
    return new Map(figures.map(({ indicator, value }: Figure) => [indicator, value]));
  }
}

interface Group {
  on: string;
  scope: string;
  targets: Target[];
}

/** The targets that one computation serves: of one day and one scope. */
function groups(targets: readonly Target[], asOf: string): Group[] {
  const found = new Map<string, Group>();
  for (const target of targets) {
    const on = target.dueOn < asOf ? target.dueOn : asOf;
    const scope = target.scope ?? 'programme';
    const group = found.get(`${on} ${scope}`) ?? { on, scope, targets: [] };
    group.targets.push(target);
    found.set(`${on} ${scope}`, group);
  }
  return [...found.values()];
}

interface Moment {
  asOf: string;
  on: string;
  calendar: Calendar;
}

function stateOf(
  target: Target,
  { asOf, on, calendar }: Moment,
  value: FigureValue | undefined,
): TargetState {
  const { kind, unit } = findIndicator(target.indicator) ?? { kind: 'flow', unit: 'count' };
  const aim = Number(target.value);
  const actual = value === undefined || value === null ? null : Number(value);
  const expected = expectedOn(on, { kind, aim, startedOn: calendar.startedOn, dueOn: target.dueOn });
  return {
    target,
    unit,
    on,
    actual: actual === null ? null : inUnit(unit, actual),
    gap: actual === null ? null : inUnit(unit, actual - aim),
    expected: inUnit(unit, expected),
    light: targetLight({ aim, actual, expected, isOver: asOf > target.dueOn }),
  };
}
