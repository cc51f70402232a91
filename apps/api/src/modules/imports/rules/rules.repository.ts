import type { FindingParams } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { inBatches } from '../../../platform/database/in-batches';
import { raw } from '../../../platform/database/sql';
import type { Findings } from '../findings';
import { BY_ID_RULES } from './by-id-rules.repository';
import { CENTRE_RULES } from './centre-rules.repository';
import { COMPANY_RULES } from './company-rules.repository';
import { DIFFERENCE_RULES } from './difference-rules.repository';
import { LOCKED_PERIOD_RULES } from './locked-period-rules.repository';
import { PARTICIPATION_RULES } from './participation-rules.repository';
import { REFERENCE_RULES } from './reference-rules.repository';
import type { Rule } from './rule';
import { SCOPE_RULES } from './scope-rules.repository';

const RULES: readonly Rule[] = [
  ...BY_ID_RULES,
  ...REFERENCE_RULES,
  ...CENTRE_RULES,
  ...COMPANY_RULES,
  ...PARTICIPATION_RULES,
  ...DIFFERENCE_RULES,
  ...LOCKED_PERIOD_RULES,
];

interface Answer {
  line: number;
  name?: string;
  value: string | null;
  params: FindingParams;
}

/**
 * Asks every rule about the planned rows, and adds what does not hold. For somebody bound to centres the rules of their
 * scope go first: of a row that is not theirs nothing else is said, as that could tell what the register holds.
 */
export async function checkRules(client: SqlClient, findings: Findings, bound: boolean): Promise<void> {
  const foreign = new Set<string>();
  if (bound) {
    await ask(client, SCOPE_RULES, (rule, answer) => {
      foreign.add(placeOf(rule, answer));
      add(findings, rule, answer);
    });
  }
  await ask(client, RULES, (rule, answer) => {
    if (!foreign.has(placeOf(rule, answer))) add(findings, rule, answer);
  });
}

async function ask(
  client: SqlClient,
  rules: readonly Rule[],
  tell: (rule: Rule, answer: Answer) => void,
): Promise<void> {
  for (const rule of rules) {
    for await (const answers of inBatches<Answer>(client, raw(rule.sql))) {
      for (const answer of answers) tell(rule, answer);
    }
  }
}

const placeOf = ({ sheet }: Rule, { line }: Answer): string => `${sheet} ${line}`;

function add(findings: Findings, { code, sheet, column }: Rule, { line, name, value, params }: Answer): void {
  findings.add({ code, sheet, row: line, column: name ?? column, value, params });
}
