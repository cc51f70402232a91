import { z } from 'zod';
import type { CountryProfile } from '../countries/country-profile';
import { findLegalForm, findRegion, isCountry, readPostcode } from '../countries/rules';
import { findSectorScheme } from '../countries/sectors';
import { isWebAddress } from '../text/web-address';
import type { FaultCode } from '../errors/fault-sentences';
import type { FindingCode, FindingParams } from '../workbook/findings-catalogue';
import type { FieldType, RegisterField } from './field';

/** Texts with a form of their own: what is kept of one, and which are taken. The same at every door. */
export interface Form {
  /** A text in the one way in which it is kept, from one that people wrote. */
  canonical?: (text: string, profile: CountryProfile) => string;
  accepts?: (text: string, profile: CountryProfile) => boolean;
  /** The same as a JSON schema can say it. */
  jsonSchema?: (profile: CountryProfile) => Record<string, unknown>;
  /** What the API says of one that is not taken. */
  fault?: FaultCode;
  /** What an import says of it. */
  finding?: FindingCode;
  findingParams?: (profile: CountryProfile) => FindingParams;
}

const HOME_REGION: Form = {
  canonical: (text, profile) => findRegion(profile, text)?.code ?? text,
  accepts: (text, profile) => profile.regions.some(({ code }) => code === text),
  jsonSchema: (profile) => ({ enum: profile.regions.map(({ code }) => code) }),
  fault: 'NOT_A_PROVINCE',
  finding: 'UNKNOWN_PROVINCE',
};

const CODE = /^[A-Za-z0-9._-]{1,40}$/;

const FORMS: Partial<Record<FieldType, Form>> = {
  code: {
    accepts: (text) => CODE.test(text),
    jsonSchema: () => ({ pattern: CODE.source }),
    fault: 'NOT_A_CODE',
    finding: 'INVALID_CODE',
  },
  companyNumber: {
    accepts: (text, { companyNumber }) => companyNumber.pattern.test(text),
    jsonSchema: ({ companyNumber }) => ({ pattern: companyNumber.pattern.source, example: '12345678' }),
    fault: 'NOT_A_COMPANY_NUMBER',
    finding: 'INVALID_COMPANY_NUMBER',
    findingParams: ({ companyNumber: { name, padTo } }) => ({ name, digits: padTo ?? '' }),
  },
  country: {
    accepts: isCountry,
    fault: 'NOT_A_COUNTRY',
    finding: 'UNKNOWN_COUNTRY',
  },
  region: { jsonSchema: () => ({ example: 'NL-DR' }) },
  postcode: { canonical: (text, profile) => readPostcode(profile, text) ?? text },
  legalForm: { canonical: (text, profile) => findLegalForm(profile, text)?.code ?? text },
  sectorCode: {
    canonical: (text) => (/^[0-9]+(?:\.[0-9]+)*$/.test(text) ? text.replace(/\./g, '') : text),
    accepts: (text) => /^[0-9]{1,6}$/.test(text),
    fault: 'NOT_A_SECTOR_CODE',
    finding: 'INVALID_SECTOR_CODE',
  },
  sectorVersion: {
    canonical: (text, profile) => findSectorScheme(profile, text)?.code ?? text,
    accepts: (text, { sectorSchemes }) => sectorSchemes.some(({ code }) => code === text),
    jsonSchema: ({ sectorSchemes }) => ({ enum: sectorSchemes.map(({ code }) => code) }),
    fault: 'NOT_A_SECTOR_VERSION',
    finding: 'UNKNOWN_VALUE',
    findingParams: ({ sectorSchemes }) => ({ choices: sectorSchemes.map(({ name }) => name).join(', ') }),
  },
  webAddress: {
    accepts: isWebAddress,
    fault: 'NOT_A_WEB_ADDRESS',
    finding: 'INVALID_URL',
  },
  email: {
    accepts: (text) => z.regexes.email.test(text),
    jsonSchema: () => ({ format: 'email', example: 'anna@metaal.example' }),
    fault: 'NOT_AN_EMAIL_ADDRESS',
    finding: 'INVALID_EMAIL',
  },
  phone: {
    accepts: (text) => /^\+?[0-9 ()./-]{5,30}$/.test(text),
    fault: 'NOT_A_TELEPHONE_NUMBER',
    finding: 'INVALID_PHONE',
  },
};

/** The form of a field's text; one without any takes whatever fits. */
export const formOf = ({ type, abroad }: Pick<RegisterField, 'type' | 'abroad'>): Form =>
  type === 'region' && !abroad ? HOME_REGION : (FORMS[type] ?? {});
