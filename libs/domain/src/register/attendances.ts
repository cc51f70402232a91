import { integer, reference, required } from './field';
import { defineKind } from './kind';
import { ACTIVITY, COMPANY } from './shared-columns';

export const ATTENDANCES = defineKind({
  name: 'attendance',
  one: { nl: 'Aanwezigheid', en: 'Attendance' },
  many: { nl: 'Aanwezigheid', en: 'Attendance' },
  about: {
    nl: 'Welk bedrijf met hoeveel mensen bij een activiteit was. Wie erbij was, telt mee als bereikt bedrijf.',
    en: 'Which company came to which activity, with how many people. Companies that came count as reached.',
  },
  access: { as: 'activity', read: 'readers', write: 'coordinators' },
  counted: true,
  within: 'centreId',
  fields: {
    activityId: required(reference('activities', ACTIVITY)),
    companyId: required(reference('companies', COMPANY)),
    people: required(
      integer(1, 100_000, {
        label: { nl: 'Personen', en: 'People' },
        aliases: ['Aantal personen', 'Aantal deelnemers'],
        help: { nl: 'Met hoeveel mensen het bedrijf kwam.', en: 'With how many people the company came.' },
      }),
    ),
  },
  sheet: {
    label: { nl: 'Aanwezigheid', en: 'Attendances' },
    aliases: ['Aanwezigheden', 'Aanwezigen', 'Attendance'],
    help: { nl: 'Eén rij per bedrijf en activiteit.', en: 'One row per company and activity.' },
    hasRef: false,
  },
  words: {
    activityTitle: { nl: 'Activiteit', en: 'Activity' },
    centreId: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    companyName: { nl: 'Bedrijf', en: 'Company' },
  },
});
