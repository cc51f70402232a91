import { addDays, LAST_DAY_OF_ALL } from '../calendar';
import type { CountryProfile } from '../countries/country-profile';
import { findRegion } from '../countries/rules';
import type { Column, RowSheet, RowSheetName } from './columns';
import type { FindingCode, FindingParams } from './findings-catalogue';
import type { Value } from './reading';
import { remembered } from './remembered';

/** What holds within one row, whatever stands in the others. */

export type Values = Record<string, Value | null>;

/** Says what is wrong, or worth a warning, with a column of the row. */
type Complain = (code: FindingCode, column: string, params?: FindingParams) => void;

type RowRule = (values: Values, complain: Complain, profile: CountryProfile) => void;

const text = (value: Value | null | undefined): string => (typeof value === 'string' ? value : '');

/** The last day and the first day after it are one fact; either will do. */
const joinLastDay: RowRule = (values, complain) => {
  const lastDay = text(values.last_day);
  if (lastDay === '') return;
  if (lastDay > LAST_DAY_OF_ALL) {
    complain('DATE_OUT_OF_RANGE', 'last_day', { value: lastDay });
    return;
  }
  const dayAfter = addDays(lastDay, 1);
  const endedOn = text(values.ended_on);
  if (endedOn === '') values.ended_on = dayAfter;
  else if (endedOn !== dayAfter) complain('END_DISAGREES', 'last_day', { lastDay, endedOn });
};

const endsAfterStart =
  (startColumn: string, endColumn = 'ended_on'): RowRule =>
  (values, complain) => {
    const start = text(values[startColumn]);
    const end = text(values[endColumn]);
    const typed = text(values.last_day) === '' ? endColumn : 'last_day';
    if (start !== '' && end !== '' && end <= start) complain('ENDS_BEFORE_START', typed, { start });
  };

const regionOf = remembered(findRegion);

const isDomestic = (values: Values, profile: CountryProfile): boolean =>
  (values.country ?? profile.country) === profile.country;

const knownProvince: RowRule = (values, complain, profile) => {
  const value = text(values.province);
  // A country that could not be read has its own fault; what is null here was not.
  if (value === '' || values.country === null || !isDomestic(values, profile)) return;
  const region = regionOf(profile, value);
  if (region) {
    values.province = region.code;
  } else {
    values.province = null;
    complain('UNKNOWN_PROVINCE', 'province', { value });
  }
};

const foreignNumberHasCountry: RowRule = (values, complain, profile) => {
  if (text(values.foreign_number) !== '' && values.country !== null && isDomestic(values, profile)) {
    complain('COUNTRY_NEEDED', 'country');
  }
};

const hubHasNoHub: RowRule = (values, complain) => {
  if (values.kind === 'HUB' && values.hub_code) complain('HUB_UNDER_HUB', 'hub_code');
};

const onlyJobsInParts: RowRule = (values, complain) => {
  const quantity = text(values.quantity);
  if (values.kind && values.kind !== 'JOBS' && quantity !== '' && !quantity.endsWith('.00')) {
    complain('QUANTITY_NOT_WHOLE', 'quantity', { value: quantity });
  }
};

const evidenceIsLinked: RowRule = (values, complain) => {
  if (values.claim_level === 'EVIDENCED' && !values.evidence_url) {
    complain('EVIDENCE_MISSING', 'evidence_url');
  }
};

/** Without its version nobody knows what a record was when its row was made. */
const idHasVersion: RowRule = (values, complain) => {
  if (values.id && values.version === undefined) complain('VALUE_MISSING', 'version', { label: 'version' });
};

const RULES: Record<RowSheetName, readonly RowRule[]> = {
  programme: [idHasVersion],
  centres: [idHasVersion, joinLastDay, endsAfterStart('started_on'), knownProvince, hubHasNoHub],
  companies: [idHasVersion, knownProvince, foreignNumberHasCountry],
  participations: [idHasVersion, joinLastDay, endsAfterStart('started_on')],
  activities: [idHasVersion, joinLastDay, endsAfterStart('held_on')],
  attendances: [idHasVersion],
  investments: [idHasVersion],
  spin_offs: [idHasVersion, endsAfterStart('founded_on', 'dissolved_on'), evidenceIsLinked],
  outcomes: [idHasVersion, onlyJobsInParts, evidenceIsLinked],
  contacts: [],
  notes: [],
};

export const rulesOf = (sheet: RowSheet): readonly RowRule[] => RULES[sheet.name];

/** What a blank cell means in a column of the sheet; a company's blanks stay blank, as a later row may fill them. */
const DEFAULTS: Partial<Record<RowSheetName, Values>> = {
  investments: { form: 'CASH' },
  outcomes: { quantity: '1.00' },
};

export const defaultOf = (sheet: RowSheet, column: Column): Value | null =>
  DEFAULTS[sheet.name]?.[column.name] ?? null;
