import type { FindingParams } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import type { Findings } from '../findings';
import { CENTRE_RULES } from './centre-rules.repository';
import { COMPANY_RULES } from './company-rules.repository';
import { DIFFERENCE_RULES } from './difference-rules.repository';
import { PARTICIPATION_RULES } from './participation-rules.repository';
import { REFERENCE_RULES } from './reference-rules.repository';
import type { Rule } from './rule';
import { bindToCentres, SCOPE_RULES } from './scope-rules.repository';

const RULES: readonly Rule[] = [
  ...REFERENCE_RULES,
  ...CENTRE_RULES,
  ...COMPANY_RULES,
  ...PARTICIPATION_RULES,
  ...DIFFERENCE_RULES,
];

/** As many at a time as are carried over from the database. */
const BATCH = 5_000;

interface Answer {
  line: number;
  name?: string;
  value: string | null;
  params: FindingParams;
}

/** Asks every rule about the planned rows, and adds what does not hold; with centres, also those of their scope. */
export async function checkRules(
  client: SqlClient,
  findings: Findings,
  centreIds?: readonly string[],
): Promise<void> {
  if (centreIds) await bindToCentres(client, centreIds);
  for (const rule of centreIds ? [...RULES, ...SCOPE_RULES] : RULES) {
    await client.query(`declare answers no scroll cursor for ${rule.sql}`);
    for (let more = true; more;) {
      const { rows } = await client.query<Answer>(`fetch ${BATCH} from answers`);
      for (const answer of rows) add(findings, rule, answer);
      more = rows.length === BATCH;
    }
    await client.query('close answers');
  }
}

function add(findings: Findings, { code, sheet, column }: Rule, { line, name, value, params }: Answer): void {
  findings.add({ code, sheet, row: line, column: name ?? column, value, params });
}
