import { calendarDate, NETHERLANDS, normaliseCompanyName } from '@fieldlab/domain';
import { companySpec, type Company } from '../../companies/companies.service';
import type { ProposedChange, ProposedField } from '../proposals/register-proposal.dto';
import type { RegisteredCompany } from '../registered-company.dto';

type Told = Pick<
  RegisteredCompany,
  'name' | 'legalForm' | 'postcode' | 'municipality' | 'province' | 'endedOn'
>;
type Known = Pick<Company, 'name' | 'legalForm' | 'postcode' | 'municipality' | 'province'>;

const ADDRESS = ['postcode', 'municipality', 'province'] as const;

/**
 * What the register says otherwise than we do: a firm that moved, has another name or legal form, or ended. What it does
 * not say is no difference, and neither is a name that only its legal form tells from ours. At the same postcode nobody
 * moved, whatever the place is called: the register says the town, and people the municipality.
 */
export function differencesOf(company: Known, told: Told): ProposedChange[] {
  const postcode = asKept('postcode', told.postcode);
  const moved = company.postcode === null || (postcode !== undefined && postcode !== company.postcode);
  return [
    ...(isSameName(company.name, told.name) ? [] : changed('name', company.name, told.name)),
    ...changed('legalForm', company.legalForm, told.legalForm),
    ...ADDRESS.flatMap((field) =>
      moved || company[field] === null ? changed(field, company[field], told[field]) : [],
    ),
    ...(calendarDate.safeParse(told.endedOn).success ? changed('endedOn', null, told.endedOn) : []),
  ];
}

function changed(field: ProposedField, from: string | null, said: string | null): ProposedChange[] {
  const to = asKept(field, said);
  return to === undefined || to === from ? [] : [{ field, from, to, decision: null }];
}

/** As our register would keep it; undefined for what it would not. */
function asKept(field: ProposedField, said: string | null): string | undefined {
  if (said === null || field === 'endedOn') return said ?? undefined;
  const { data } = companySpec.fields[field].schema.safeParse(said);
  return typeof data === 'string' ? data : undefined;
}

const isSameName = (one: string, other: string): boolean =>
  normaliseCompanyName(NETHERLANDS, one) === normaliseCompanyName(NETHERLANDS, other);
