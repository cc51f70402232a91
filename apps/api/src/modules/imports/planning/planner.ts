import type { SqlClient } from '../../../platform/database/database';
import { planCentres } from './centres.repository';
import { planCompanies, type CompanyContext } from './companies.repository';
import { planCompanyRecords } from './company-records.repository';
import { planActivities, planInvestments, planOutcomes, planSpinOffs } from './events.repository';
import { makeRecordChanges, type ByIdOptions } from './by-id.repository';
import { makeMergedCompanies } from './merged-companies.repository';
import { planProgramme } from './programme.repository';
import { planAttendances, planParticipations } from './participations.repository';

/** Holds every staged row against the register: which record it is, or will be. Nothing is written yet. */
export async function planImport(
  client: SqlClient,
  context: CompanyContext,
  options: ByIdOptions,
): Promise<void> {
  await makeMergedCompanies(client);
  await makeRecordChanges(client);
  await planProgramme(client, options);
  await planCentres(client, options);
  await planCompanies(client, context, options);
  await planCompanyRecords(client, context);
  await planActivities(client, options);
  await planParticipations(client, options);
  await planAttendances(client, options);
  await planInvestments(client, options);
  await planSpinOffs(client, options);
  await planOutcomes(client, options);
}
