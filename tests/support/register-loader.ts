import type { ClientBase } from 'pg';
import type { RegisterSnapshot } from './oracle/snapshot';

type Row = Record<string, unknown>;

/** Writes a register as it is into the database, within the caller's transaction. */
export async function loadRegister(client: ClientBase, register: RegisterSnapshot): Promise<void> {
  for (const [table, rows] of Object.entries(rowsByTable(register))) {
    for (const row of rows) await insert(client, table, row);
  }
  // Merges last: the two firms exist before anybody finds that they are one.
  for (const { id, mergedIntoId } of register.companies.filter((company) => company.mergedIntoId !== null)) {
    await client.query('insert into merges (survivor_id, merged_id) values ($2, $1)', [id, mergedIntoId]);
  }
}

async function insert(client: ClientBase, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `insert into ${table} (${columns.join()}) values (${places.join()})`,
    Object.values(row),
  );
}

/** Parents before children; hubs before their fieldlabs. */
function rowsByTable(register: RegisterSnapshot): Record<string, Row[]> {
  const hubsFirst = [...register.centres].sort((a, b) => b.kind.localeCompare(a.kind));
  return {
    programmes: register.programme ? [{ name: 'Test', started_on: register.programme.startedOn }] : [],
    centres: hubsFirst.map(
      ({ id, code, kind, name, hubId, province, municipality, technologies, startedOn, endedOn }) => ({
        ...{ id, code, kind, name, hub_id: hubId, province, municipality, technologies },
        ...{ started_on: startedOn, ended_on: endedOn },
      }),
    ),
    companies: register.companies.map(({ id, name, organisationType }) => ({
      ...{ id, name, match_name: name.toLowerCase(), organisation_type: organisationType },
    })),
    company_profiles: register.companies.flatMap(({ id, profiles }) =>
      profiles.map(({ from, to, sizeClass, province, municipality, sbiCode, sbiVersion, groupId }) => ({
        ...{ company_id: id, valid_from: from, valid_to: to, size_class: sizeClass, province, municipality },
        ...{ sbi_code: sbiCode, sbi_version: sbiVersion, group_id: groupId },
      })),
    ),
    participations: register.participations.map(({ id, companyId, centreId, level, startedOn, endedOn }) => ({
      ...{ id, company_id: companyId, centre_id: centreId, level, started_on: startedOn, ended_on: endedOn },
    })),
    activities: register.activities.map(({ id, centreId, kind, heldOn }) => ({
      ...{ id, centre_id: centreId, kind, title: `${kind} ${heldOn}`, held_on: heldOn },
    })),
    attendances: register.attendances.map(({ id, activityId, companyId, people }) => ({
      ...{ id, activity_id: activityId, company_id: companyId, people },
    })),
    ...resultRows(register),
  };
}

const resultRows = (register: RegisterSnapshot): Record<string, Row[]> => ({
  investments: register.investments.map(({ id, source, status, form, funder, ...rest }) => ({
    ...{ id, source, status, form, funder, centre_id: rest.centreId, company_id: rest.companyId },
    ...{ amount_eur: rest.amountEur, dated_on: rest.datedOn },
  })),
  spin_offs: register.spinOffs.map(({ id, name, centreIds, foundedOn, dissolvedOn, claimLevel }) => ({
    ...{ id, name, centre_ids: centreIds, founded_on: foundedOn },
    ...{ dissolved_on: dissolvedOn, claim_level: claimLevel },
  })),
  outcomes: register.outcomes.map(({ id, kind, companyId, centreIds, achievedOn, quantity, claimLevel }) => ({
    ...{ id, kind, title: kind, company_id: companyId, centre_ids: centreIds },
    ...{ achieved_on: achievedOn, quantity, claim_level: claimLevel },
  })),
});
