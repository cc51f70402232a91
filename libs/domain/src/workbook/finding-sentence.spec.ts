import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../vocabulary/languages';
import { findingKindSentence, findingSentence } from './finding-sentence';
import { FINDINGS, type FindingCode } from './findings-catalogue';

describe('the sentence of a finding', () => {
  it('calls columns, sheets and values as a screen does', () => {
    const missing = {
      code: 'VALUE_MISSING',
      sheet: 'companies',
      column: 'name',
      params: { label: 'name' },
    } as const;
    expect(findingSentence(missing, 'nl')).toBe('Hier moet iets staan: Naam is verplicht.');
    const ref = { code: 'UNKNOWN_REF', sheet: 'outcomes', column: 'company_ref', params: { value: 'C9', target: 'companies' } } as const; // prettier-ignore
    expect(findingSentence(ref, 'nl')).toContain('van het blad Bedrijven');
    const kept = { code: 'DIFFERS_FROM_REGISTER', sheet: 'participations', column: 'level', params: { kept: 'PARTNER' } } as const; // prettier-ignore
    expect(findingSentence(kept, 'en')).toBe('The register says “partner”; it was not changed.');
  });

  it('leaves what it does not know as it is', () => {
    const strange = {
      code: 'VALUE_MISSING',
      sheet: 'Blad1',
      column: 'Wat',
      params: { label: 'Wat' },
    } as const;
    expect(findingSentence(strange, 'nl')).toBe('Hier moet iets staan: Wat is verplicht.');
  });

  it.each(Object.keys(FINDINGS) as FindingCode[])('of the kind %s needs nothing filled in', (code) => {
    for (const language of LANGUAGES) expect(findingKindSentence(code, language)).toMatch(/^[^{}]{10,}$/);
  });
});
