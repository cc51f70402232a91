import type { SqlClient } from '../../../platform/database/database';
import { planCentres } from './centres.repository';
import { planCompanies, type CompanyContext } from './companies.repository';
import { planCompanyRecords } from './company-records.repository';
import { planActivities, planInvestments, planOutcomes, planSpinOffs } from './events.repository';
import { makeMergedCompanies } from './merged-companies.repository';
import { planAttendances, planParticipations } from './participations.repository';

/** Holds every staged row against the register: which record it is, or will be. Nothing is written yet. */
export async function planImport(client: SqlClient, context: CompanyContext): Promise<void> {
  await makeMergedCompanies(client);
  await planCentres(client);
  await planCompanies(client, context);
  await planCompanyRecords(client, context);
  await planActivities(client);
  await planParticipations(client);
  await planAttendances(client);
  await planInvestments(client);
  await planSpinOffs(client);
  await planOutcomes(client);
}
