import { integer, reference, required } from './field';
import { defineKind } from './kind';
import { ACTIVITY, COMPANY } from './shared-columns';

export const ATTENDANCES = defineKind({
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
});
