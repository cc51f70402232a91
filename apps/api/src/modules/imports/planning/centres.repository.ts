import type { SqlClient } from '../../../platform/database/database';
import { planById, type ByIdOptions } from './by-id.repository';
import { claimKnown, leaveOutDeleted, planNew } from './claims.repository';
import { COMPARISONS } from './compared-columns';
import { fingerprintOf } from './fingerprint.repository';
import { CENTRES } from './sheet-plan';

/** Finds the centres of the workbook in the register, by their code. */
export async function planCentres(client: SqlClient, options: ByIdOptions): Promise<void> {
  await client.query(`
    create temp table planned_centres on commit drop as
    select s.*, null::text as ref, null::uuid as company_id, null::text as dangling,
           ${fingerprintOf(CENTRES, 's')} as fingerprint, null::uuid as record_id, null::text as standing,
           null::text[] as changed
      from staged_centres s`);
  await planById(client, COMPARISONS.centres, options);
  await claimKnown(client, CENTRES);
  await client.query(`
    update planned_centres p set record_id = c.id, standing = 'FOUND'
      from centres c
     where p.standing is null and c.code = p.code and c.deleted_at is null`);
  await leaveOutDeleted(client, CENTRES);
  await planNew(client, CENTRES);
  await makeKnownCentres(client);
  await planFills(client);
}

/**
 * Every centre that a code can mean, as it will be: those of the workbook before those of the register, whose blanks
 * are filled from the workbook, and whose values are replaced where that was accepted.
 */
async function makeKnownCentres(client: SqlClient): Promise<void> {
  const filled = (column: string): string =>
    `case when p.standing in ('KNOWN', 'BY_ID') then c.${column}
          when p.standing = 'CHANGED' then case when '${column}' = any(p.changed) then p.${column} else c.${column} end
          else coalesce(c.${column}, p.${column}) end as ${column}`;
  await client.query(`
    create temp table known_centres on commit drop as
    select distinct on (code) * from (
      select p.code, p.record_id as id, ${filled('kind')}, ${filled('started_on')}, ${filled('ended_on')},
             p.standing = 'LEFT_OUT' as left_out, p.faulty, 1 as rank, p.line
        from planned_centres p
        left join centres c on c.id = p.record_id and c.deleted_at is null
       where p.code is not null
      union all
      select code, id, kind, started_on, ended_on, false, null, 2, null from centres where deleted_at is null
    ) known
    order by code, rank, line`);
  await client.query('create unique index on known_centres (code)');
}

/** What the workbook adds to registered centres. A hub lies under no hub, so it is given none. */
async function planFills(client: SqlClient): Promise<void> {
  await client.query(`
    create temp table centre_fills on commit drop as
    select * from (
      select distinct on (p.record_id) p.record_id,
             case when c.type is null then p.type end as type,
             case when c.hub_id is null and c.kind = 'FIELDLAB' then hub.id end as hub_id,
             case when c.province is null then p.province end as province,
             case when c.municipality is null then p.municipality end as municipality,
             case when c.technologies = '{}' then p.technologies end as technologies,
             case when c.started_on is null then p.started_on end as started_on,
             case when c.ended_on is null then p.ended_on end as ended_on,
             case when c.website is null then p.website end as website
        from planned_centres p
        join centres c on c.id = p.record_id
        left join known_centres hub on hub.code = p.hub_code
       where p.standing = 'FOUND'
       order by p.record_id, p.line
    ) fill
    where num_nonnulls(type, hub_id, province, municipality, technologies, started_on, ended_on, website) > 0`);
}
