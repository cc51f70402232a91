import { z } from 'zod';
import type { CountryProfile } from '../countries/country-profile';
import { findLegalForm, findRegion, isCountry, readPostcode } from '../countries/rules';
import { isWebAddress } from '../text/web-address';
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
  message?: string;
  /** What an import says of it. */
  finding?: FindingCode;
  findingParams?: (profile: CountryProfile) => FindingParams;
}

const HOME_REGION: Form = {
  canonical: (text, profile) => findRegion(profile, text)?.code ?? text,
  accepts: (text, profile) => profile.regions.some(({ code }) => code === text),
  jsonSchema: (profile) => ({ enum: profile.regions.map(({ code }) => code) }),
  message: 'Not a province; write its code, for example NL-DR.',
  finding: 'UNKNOWN_PROVINCE',
};

const CODE = /^[A-Za-z0-9._-]{1,40}$/;

const FORMS: Partial<Record<FieldType, Form>> = {
  code: {
    accepts: (text) => CODE.test(text),
    jsonSchema: () => ({ pattern: CODE.source }),
    message: 'Use at most 40 letters, digits, dots and dashes.',
    finding: 'INVALID_CODE',
  },
  companyNumber: {
    accepts: (text, { companyNumber }) => companyNumber.pattern.test(text),
    jsonSchema: ({ companyNumber }) => ({ pattern: companyNumber.pattern.source, example: '12345678' }),
    message: 'A KvK number has 8 digits.',
    finding: 'INVALID_COMPANY_NUMBER',
    findingParams: ({ companyNumber: { name, padTo } }) => ({ name, digits: padTo ?? '' }),
  },
  country: {
    accepts: isCountry,
    message: 'Write a country as two letters, for example NL.',
    finding: 'UNKNOWN_COUNTRY',
  },
  region: { jsonSchema: () => ({ example: 'NL-DR' }) },
  postcode: { canonical: (text, profile) => readPostcode(profile, text) ?? text },
  legalForm: { canonical: (text, profile) => findLegalForm(profile, text)?.code ?? text },
  sectorCode: {
    canonical: (text) => (/^[0-9]+(?:\.[0-9]+)*$/.test(text) ? text.replace(/\./g, '') : text),
    accepts: (text) => /^[0-9]{1,6}$/.test(text),
    message: 'A sector code has 1 to 6 digits.',
    finding: 'INVALID_SECTOR_CODE',
  },
  webAddress: {
    accepts: isWebAddress,
    message: 'Not an address on the web.',
    finding: 'INVALID_URL',
  },
  email: {
    accepts: (text) => z.regexes.email.test(text),
    jsonSchema: () => ({ format: 'email', example: 'anna@metaal.example' }),
    message: 'Not an e-mail address.',
  },
  phone: { accepts: (text) => /^\+?[0-9 ()./-]{5,30}$/.test(text), message: 'Not a telephone number.' },
};

/** The form of a field's text; one without any takes whatever fits. */
export const formOf = ({ type, abroad }: Pick<RegisterField, 'type' | 'abroad'>): Form =>
  type === 'region' && !abroad ? HOME_REGION : (FORMS[type] ?? {});
