import { allOf, sql } from '../../../platform/database/sql';
import {
  centresRelation,
  slicesRelation,
  type EngineContext,
  type MemberPage,
  type PageRequest,
} from './engine-context';
import { OVERLAPS, STRONG } from './firm-flags';
import { page } from './member-page';
import { profileCell, profilesOnSlice } from './profile-columns';

/** The pairs themselves: here identity matters, so the bits are not enough. */
export function pairMembers(context: EngineContext, request: PageRequest): Promise<MemberPage> {
  const { register, only } = context;
  const conditions = [sql`c.organisation_type = 'BUSINESS'`, STRONG, sql`p.started_on <= s.d`, OVERLAPS];
  if (only) conditions.push(sql`${profileCell(only.by, context) ?? sql`p.level::text`} = ${only.key}`);
  return page(
    context.client,
    sql`select distinct 'participations' as resource, c.id || ':' || z.id as id, c.name || ' – ' || cz.name as label
      from ${register.table('participations')} p
      join ${centresRelation(context)} z on z.id = p.centre_id
      join ${register.table('centres')} cz on cz.id = z.id
      left join ${register.merged()} m on m.id = p.company_id
      join ${register.table('companies')} c on c.id = coalesce(m.root, p.company_id)
      cross join ${slicesRelation(context)} s
      ${profilesOnSlice(context)}
     where ${allOf(conditions)}`,
    request,
  );
}
