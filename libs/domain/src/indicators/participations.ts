import { IN_ONE_CENTRE, RUNNING } from './additivity';
import { defineIndicator } from './definition';
import { BUSINESS_ONLY, MERGED, OVERLAP, PERIOD } from './phrases';

export const participations = defineIndicator({
  code: 'participations',
  version: 1,
  unit: 'count',
  kind: 'flow',
  counts: 'pair',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...RUNNING, sizeClass: 'sum', level: 'overlap' },
  sensitivity: 'threshold',
  title: { nl: 'Deelnames', en: 'Participations' },
  definition: {
    nl:
      'Het aantal verschillende combinaties van een bedrijf en een praktijkomgeving met een deelname op niveau ' +
      `deelnemer of partner ${PERIOD.nl}. Een bedrijf dat in drie praktijkomgevingen deelneemt, telt drie keer; ` +
      'opeenvolgende deelnames van een bedrijf in één praktijkomgeving, bijvoorbeeld na een stap van deelnemer naar ' +
      `partner, tellen samen één keer. ${OVERLAP.nl} ${MERGED.nl} ${BUSINESS_ONLY.nl}`,
    en:
      'The number of distinct pairs of a company and a centre with a participation of level participant or partner ' +
      `${PERIOD.en}. A company that takes part in three centres counts three times; successive participations of a ` +
      'company in one centre, for example after a step from participant to partner, together count once. ' +
      `${OVERLAP.en} ${MERGED.en} ${BUSINESS_ONLY.en}`,
  },
});
