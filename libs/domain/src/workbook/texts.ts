import type { CountryProfile } from '../countries/country-profile';
import { isCountry, readCompanyNumber, readPostcode } from '../countries/rules';
import { formOf } from '../register/forms';
import type { FieldType } from '../register/field';
import { fault, read, type Reading, type Remark } from './reading';
import { remembered } from './remembered';

/** Texts with a form of their own. What only looks unusual is taken as it stands, with a warning. */

export function readNumberOfCompany(profile: CountryProfile, value: string): Reading {
  const { companyNumber } = profile;
  const found = readCompanyNumber(companyNumber, value);
  if (!found) {
    return fault('INVALID_COMPANY_NUMBER', {
      value,
      name: companyNumber.name,
      digits: companyNumber.padTo ?? '',
    });
  }
  return found.padded
    ? read(found.number, { code: 'COMPANY_NUMBER_PADDED', params: { read: found.number } })
    : read(found.number);
}

/** ISO 3166-1 alpha-2. */
export function readCountry(value: string): Reading {
  const code = value.toUpperCase();
  return isCountry(code) ? read(code) : fault('UNKNOWN_COUNTRY', { value });
}

export function readPostcodeOf(profile: CountryProfile, value: string): Reading {
  const postcode = readPostcode(profile, value);
  return postcode === undefined
    ? read(value, { code: 'POSTCODE_UNUSUAL', params: { value } })
    : read(postcode);
}

const legalFormOf = remembered((profile: CountryProfile, value: string) =>
  readByForm(profile, 'legalForm', value),
);

/** A text with a form of its own, as every door reads it. */
export function readFormed(profile: CountryProfile, type: FieldType, value: string): Reading {
  return type === 'legalForm' ? legalFormOf(profile, value) : readByForm(profile, type, value);
}

function readByForm(profile: CountryProfile, type: FieldType, value: string): Reading {
  const { canonical, accepts, finding, findingParams } = formOf({ type });
  const kept = canonical?.(value, profile) ?? value;
  if (finding && accepts && !accepts(kept, profile))
    return fault(finding, { value, ...findingParams?.(profile) });
  if (type === 'legalForm' && !profile.legalForms.some(({ code }) => code === kept))
    return read(value, { code: 'LEGAL_FORM_UNKNOWN', params: { value } });
  if (type === 'sectorCode' && !profile.sectorSchemes.some(({ pattern }) => pattern.test(kept)))
    return read(kept, {
      code: 'SECTOR_CODE_UNUSUAL',
      params: { value, name: profile.sectorSchemes.map((scheme) => scheme.name).join('/') },
    });
  return read(kept);
}

/** Texts parted by `;`; what stands there twice counts once. */
export function readList(value: string, most = Infinity): Reading<string[]> {
  const items: string[] = [];
  const seen = new Set<string>();
  const remarks: Remark[] = [];
  for (const part of value.split(';')) {
    const item = part.trim();
    if (item === '') continue;
    if (seen.has(item)) remarks.push({ code: 'REPEATED_IN_LIST', params: { item } });
    else items.push(item);
    seen.add(item);
  }
  if (items.length > most) return fault('TOO_MANY_IN_LIST', { most, count: items.length });
  return items.length === 0 ? { value: null, remarks } : { value: items, remarks };
}

export const readRecordId = (value: string): Reading =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? read(value.toLowerCase())
    : fault('UNKNOWN_ID', { value });
