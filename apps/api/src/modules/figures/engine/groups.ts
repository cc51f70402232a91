import { sql, type Sql } from '../../../platform/database/sql';
import { slicesRelation, type EngineContext } from './engine-context';

/**
 * The head of each firm's group on the last day of a slice, as a relation (key, id, head) of those that have a parent
 * then: parents are followed after merges up to a firm that has none. Who was made one with its own parent has none.
 */
export function groupHeads(context: EngineContext): Sql {
  const { register } = context;
  return sql`(
    with recursive parent as (
      select s.key, pr.company_id as id, coalesce(m.root, pr.group_id) as parent_id
        from ${register.table('company_profiles')} pr
        cross join ${slicesRelation(context)} s
        left join ${register.merged()} m on m.id = pr.group_id
        join ${register.table('companies')} above on above.id = coalesce(m.root, pr.group_id)
       where pr.group_id is not null and above.id <> pr.company_id
         and (pr.valid_from is null or pr.valid_from <= s.d) and (pr.valid_to is null or s.d < pr.valid_to)),
    chain (key, id, head) as (
      select key, id, parent_id from parent
      union
      select chain.key, chain.id, parent.parent_id
        from chain join parent on parent.key = chain.key and parent.id = chain.head)
    select key, id, head from chain
     where not exists (select 1 from parent where parent.key = chain.key and parent.id = chain.head))`;
}
