import { PARTICIPATION_LEVELS, UNKNOWN_CELL } from '@fieldlab/domain';
import { sql } from '../../../platform/database/sql';
import { dayOf } from '../columns/days';
import { readScope, takesPart } from '../columns/engagements';
import { ownCells } from '../columns/firm-tally';
import { readTraits, traitsOn } from '../columns/firms-at';
import type { ColumnsAt } from '../columns/register-columns';
import { NONE, OPEN } from '../columns/versions';
import type { EngineContext, MemberPage, PageRequest } from './engine-context';
import { page } from './member-page';

/** The firms and centres that are pairs. */
export async function pairMembers(context: EngineContext, request: PageRequest): Promise<MemberPage> {
  const { register } = context;
  const pairs = await pairsIn(context);
  return page(
    context.client,
    sql`select 'participations' as resource, c.id || ':' || cz.id as id, c.name || ' – ' || cz.name as label
      from unnest(${pairs.map(([firm]) => firm)}::uuid[], ${pairs.map(([, centre]) => centre)}::uuid[]) pair (firm, centre)
      join ${register.table('companies')} c on c.id = pair.firm
      join ${register.table('centres')} cz on cz.id = pair.centre`,
    request,
  );
}

async function pairsIn(context: EngineContext): Promise<[firm: string, centre: string][]> {
  const at = await context.register.columns();
  const { firms, engagements } = await readScope(context, at);
  const { firm, startedOn, endedOn, stretches } = engagements;
  const pairs = new Set<number>();
  for (const slice of context.slices) {
    const isInCell = cellTest(context, at, slice.to);
    const [from, to] = [slice.from === null ? -OPEN : dayOf(slice.from), dayOf(slice.to)];
    for (const stretch of stretches.filter(takesPart)) {
      for (let place = stretch.from; place < stretch.to; place += 1) {
        const one = firm[place] ?? 0;
        const isWithin = (startedOn[place] ?? 0) <= to && (endedOn[place] ?? 0) > from;
        if (!isWithin || firms.isBusiness[one] !== 1 || !isInCell(one, stretch.level)) continue;
        pairs.add(one * context.centres.length + stretch.centre);
      }
    }
  }
  const { companies } = at.copy.ids;
  return [...pairs].map((pair) => [
    companies.idOf(Math.floor(pair / context.centres.length)),
    context.centres[pair % context.centres.length]?.id ?? '',
  ]);
}

/** Answers of a firm and a level whether they lie in the cell that is asked. */
function cellTest(
  context: EngineContext,
  at: ColumnsAt,
  lastDay: string,
): (firm: number, level: number) => boolean {
  const { only } = context;
  if (!only) return () => true;
  const cellOf = ownCells(only.by, context);
  if (!cellOf) return (_, level) => PARTICIPATION_LEVELS[level] === only.key;
  const cells = readTraits(at, cellOf);
  const traits = traitsOn(at, dayOf(lastDay));
  return (firm) => (cells[traits[firm] ?? NONE] ?? UNKNOWN_CELL) === only.key;
}
