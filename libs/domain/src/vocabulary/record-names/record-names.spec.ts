import { describe, expect, it } from 'vitest';
import { ACTIVITIES } from '../../register/activities';
import { ATTENDANCES } from '../../register/attendances';
import { CENTRES } from '../../register/centres';
import { COMPANIES } from '../../register/companies';
import { CONTACTS } from '../../register/contacts';
import { INVESTMENTS } from '../../register/investments';
import type { RegisterKind } from '../../register/kind';
import { NOTES } from '../../register/notes';
import { OUTCOMES } from '../../register/outcomes';
import { PARTICIPATIONS } from '../../register/participations';
import { SPIN_OFFS } from '../../register/spin-offs';
import { LANGUAGES } from '../languages';
import { fieldName } from './record-names';

const KINDS: Record<string, RegisterKind> = {
  centres: CENTRES,
  companies: COMPANIES,
  participations: PARTICIPATIONS,
  activities: ACTIVITIES,
  attendances: ATTENDANCES,
  investments: INVESTMENTS,
  'spin-offs': SPIN_OFFS,
  outcomes: OUTCOMES,
  contacts: CONTACTS,
  notes: NOTES,
};

describe(fieldName.name, () => {
  it.each(LANGUAGES)('has a word for every field of the register (%s)', (language) => {
    const unnamed = Object.entries(KINDS).flatMap(([resource, { fields }]) =>
      Object.keys(fields)
        .filter((field) => fieldName(language, resource, field) === field)
        .map((field) => `${resource}.${field}`),
    );
    expect(unnamed).toEqual([]);
  });

  it('says on screen what the column of the workbook says, or its own word', () => {
    expect(fieldName('nl', 'outcomes', 'achievedOn')).toBe('Behaald op');
    expect(fieldName('nl', 'outcomes', 'title')).toBe('Omschrijving');
  });
});
