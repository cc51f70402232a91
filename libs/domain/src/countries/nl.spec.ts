import { describe, expect, it } from 'vitest';
import { isRsin, NETHERLANDS } from './nl';
import { findLegalForm, findRegion, readCompanyNumber, readPostcode } from './rules';

const KVK = NETHERLANDS.companyNumber;

describe('KvK numbers', () => {
  it.each([
    ['69599068', { number: '69599068', padded: false }],
    [' 69599068 ', { number: '69599068', padded: false }],
    ['9013123', { number: '09013123', padded: true }],
    ['47', { number: '00000047', padded: true }],
  ])('reads %j', (text, expected) => {
    expect(readCompanyNumber(KVK, text)).toEqual(expected);
  });

  it.each(['', '695990681', '6959906A', '69 59 90 68', '-1', '٦٩٥٩٩٠٦٨'])('refuses %j', (text) => {
    expect(readCompanyNumber(KVK, text)).toBeUndefined();
  });
});

describe('postcodes', () => {
  it.each([
    ['7821aa', '7821 AA'],
    [' 7821  AA', '7821 AA'],
    ['1000 ZZ', '1000 ZZ'],
  ])('reads %j', (text, expected) => {
    expect(readPostcode(NETHERLANDS, text)).toBe(expected);
  });

  it.each(['', '0821 AA', '7821', '7821 A', '7821 SS', '7821 AAA', 'B-9000'])('refuses %j', (text) => {
    expect(readPostcode(NETHERLANDS, text)).toBeUndefined();
  });
});

describe(isRsin.name, () => {
  it.each([
    ['111222333', true],
    ['123456782', true],
    ['123456789', false],
    ['000000000', false],
    ['12345678', false],
    ['12345678 ', false],
  ])('%j: %s', (text, expected) => {
    expect(isRsin(text)).toBe(expected);
  });
});

describe('regions', () => {
  it('are the twelve provinces of ISO 3166-2', () => {
    expect(NETHERLANDS.regions.map(({ code }) => code.slice(3)).join(' ')).toBe(
      'DR FL FR GE GR LI NB NH OV UT ZE ZH',
    );
  });

  it.each([
    ['NL-FR', 'NL-FR'],
    ['nl-fr ', 'NL-FR'],
    ['Friesland', 'NL-FR'],
    ['fryslan', 'NL-FR'],
    ['Noord Brabant', 'NL-NB'],
    ['South Holland', 'NL-ZH'],
  ])('finds %j', (text, code) => {
    expect(findRegion(NETHERLANDS, text)?.code).toBe(code);
  });

  it('does not guess', () => {
    expect(findRegion(NETHERLANDS, 'Holland')).toBeUndefined();
    expect(findRegion(NETHERLANDS, '')).toBeUndefined();
  });
});

describe('legal forms', () => {
  it.each([
    ['BV', 'BV', 'legal'],
    ['b.v.', 'BV', 'legal'],
    ['Besloten Vennootschap', 'BV', 'legal'],
    ['vof', 'VOF', 'partnership'],
    ['eenmanszaak', 'EENMANSZAAK', 'natural'],
  ])('finds %j', (text, code, personality) => {
    expect(findLegalForm(NETHERLANDS, text)).toMatchObject({ code, personality });
  });

  it('finds nothing in an empty cell', () => {
    expect(findLegalForm(NETHERLANDS, '')).toBeUndefined();
  });
});

describe('sector codes', () => {
  it.each(['25', '25.6', '25.62', '25620', '01.13.1'])('takes %j', (text) => {
    expect(NETHERLANDS.sectorSchemes.every(({ pattern }) => pattern.test(text))).toBe(true);
  });

  it.each(['', '2', '256201', '25.', 'C25'])('refuses %j', (text) => {
    expect(NETHERLANDS.sectorSchemes.some(({ pattern }) => pattern.test(text))).toBe(false);
  });
});
