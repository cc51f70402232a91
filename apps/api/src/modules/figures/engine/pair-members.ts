import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { listOfIds, sql } from '../../../platform/database/sql';
import { visitBusinesses } from '../columns/businesses';
import type { Layout } from '../columns/firm-cells';
import type { EngineContext, MemberPage, PageRequest } from './engine-context';
import { PARTICIPATED } from './firm-flags';
import { page } from './member-page';

/** The firms and centres that are pairs: who took part, with each centre as a cell of its own. */
export async function pairMembers(context: EngineContext, request: PageRequest): Promise<MemberPage> {
  const { register } = context;
  const { companies } = (await register.columns()).copy.ids;
  const firms: string[] = [];
  const centres: string[] = [];
  await visitBusinesses(
    context,
    ({ company, cell, flags }) => {
      if ((flags & PARTICIPATED) === 0) return;
      firms.push(companies.idOf(company));
      centres.push(cell);
    },
    byCentre(context),
  );
  return page(
    context.client,
    sql`select 'participations' as resource, c.id || ':' || cz.id as id, c.name || ' – ' || cz.name as label
      from unnest(${listOfIds(firms)}::uuid[], ${listOfIds(centres)}::uuid[]) pair (firm, centre)
      join ${register.table('companies')} c on c.id = pair.firm
      join ${register.table('centres')} cz on cz.id = pair.centre`,
    request,
  );
}

/** A cell for each centre, of one level alone where the context is narrowed to a level. */
function byCentre({ centres, only }: EngineContext): Layout {
  const each = centres.map((_, centre) => [centre]);
  const isAsked = (level: number): boolean =>
    only?.by !== 'level' || PARTICIPATION_LEVELS[level] === only.key;
  return {
    cells: centres.map(({ id }) => id),
    cellsOf: (centre, level) => (isAsked(level) ? (each[centre] ?? []) : []),
  };
}
