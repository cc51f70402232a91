import type { CountryProfile } from '../countries/country-profile';
import { findLegalForm, readCompanyNumber, readPostcode } from '../countries/rules';
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

const REGION_NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** ISO 3166-1 alpha-2. */
export function readCountry(value: string): Reading {
  const code = value.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && REGION_NAMES.of(code) !== undefined
    ? read(code)
    : fault('UNKNOWN_COUNTRY', { value });
}

export function readPostcodeOf(profile: CountryProfile, value: string): Reading {
  const postcode = readPostcode(profile, value);
  return postcode === undefined
    ? read(value, { code: 'POSTCODE_UNUSUAL', params: { value } })
    : read(postcode);
}

const legalFormOf = remembered(findLegalForm);

export function readLegalForm(profile: CountryProfile, value: string): Reading {
  const form = legalFormOf(profile, value);
  return form === undefined
    ? read(value, { code: 'LEGAL_FORM_UNKNOWN', params: { value } })
    : read(form.code);
}

export function readSectorCode(profile: CountryProfile, value: string): Reading {
  const schemes = profile.sectorSchemes;
  if (schemes.length === 0 || schemes.some((scheme) => scheme.pattern.test(value))) return read(value);
  return read(value, {
    code: 'SECTOR_CODE_UNUSUAL',
    params: { value, name: schemes.map((scheme) => scheme.name).join('/') },
  });
}

/** A web address that is safe to offer as a link: nothing but http and https, or none at all (`www.example.nl`). */
export function readUrl(value: string): Reading {
  const scheme = /^([a-z][a-z0-9+-]*):(?![0-9])/i.exec(value)?.[1]?.toLowerCase();
  return /\s/.test(value) || (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    ? fault('INVALID_URL', { value })
    : read(value);
}

/** Texts parted by `;`; what stands there twice counts once. */
export function readList(value: string): Reading<string[]> {
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
  return items.length === 0 ? { value: null, remarks } : { value: items, remarks };
}

export const readRecordId = (value: string): Reading =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? read(value.toLowerCase())
    : fault('UNKNOWN_ID', { value });
