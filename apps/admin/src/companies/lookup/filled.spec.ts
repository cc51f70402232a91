import { describe, expect, it } from 'vitest';
import type { RegisteredCompany } from '../../providers/registered-companies';
import { filledFrom } from './filled';

const SAID: RegisteredCompany = {
  ...{ register: 'KVK', readAt: '2026-11-29T10:00:00Z', number: '68750110', name: 'Test BV Donald' },
  ...{ legalForm: 'BV', sbiCode: null, employees: 24, sizeClass: 'SMALL', postcode: null },
  ...{ municipality: 'Lollum', province: 'NL-FR', website: null, endedOn: null, isNonMailing: false },
};

describe(filledFrom.name, () => {
  it('changes what the register says otherwise, and leaves what it does not say', () => {
    const now = { name: 'Donald', kvkNumber: '68750110', sbiCode: '28250', municipality: 'Lollum' };
    expect(Object.fromEntries(filledFrom(SAID, now))).toEqual({
      ...{ name: 'Test BV Donald', legalForm: 'BV', employees: 24, sizeClass: 'SMALL', province: 'NL-FR' },
    });
  });
});
