import { describe, expect, it } from 'vitest';
import { kindOf, REGISTER_RESOURCES } from '../register/register';
import { LANGUAGES } from './languages';
import { fieldName } from './record-names';

describe(fieldName.name, () => {
  it.each(LANGUAGES)('has a word for every field of the register (%s)', (language) => {
    const unnamed = REGISTER_RESOURCES.flatMap((resource) =>
      Object.keys(kindOf(resource).fields)
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
