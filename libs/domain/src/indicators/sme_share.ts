import { NOT_ADDITIVE } from './additivity';
import { defineIndicator } from './definition';
import { BUSINESS_ONLY, ONCE, OVERLAP, PERIOD } from './phrases';

export const sme_share = defineIndicator({
  code: 'sme_share',
  version: 1,
  unit: 'percent',
  kind: 'ratio',
  counts: 'company',
  placedBy: 'company',
  addsUp: { ...NOT_ADDITIVE, level: 'none' },
  sensitivity: 'threshold',
  madeOf: [
    { indicator: 'companies_participated', by: 'sizeClass', keys: ['MICRO', 'SMALL', 'MEDIUM'] },
    { indicator: 'companies_participated', by: 'sizeClass', keys: ['LARGE'] },
  ],
  title: { nl: 'Aandeel mkb', en: 'SME share' },
  definition: {
    nl:
      `Van de verschillende bedrijven met een deelname op niveau deelnemer of partner ${PERIOD.nl} én met een bekende ` +
      'grootteklasse op de peildatum: het percentage dat tot het mkb behoort, dat wil zeggen grootteklasse micro, klein ' +
      'of middelgroot (minder dan 250 medewerkers, Aanbeveling 2003/361/EG). Bedrijven zonder bekende grootteklasse ' +
      'tellen noch in de teller noch in de noemer mee; is van geen enkel bedrijf de grootteklasse bekend, dan is het cijfer leeg. Op één ' +
      `decimaal, half naar boven afgerond. ${OVERLAP.nl} ${ONCE.nl} ${BUSINESS_ONLY.nl}`,
    en:
      `Of the distinct companies with a participation of level participant or partner ${PERIOD.en}, and with a known ` +
      'size class on the as-of date: the percentage that is an SME, which means size class micro, small or medium ' +
      '(fewer than 250 staff, Recommendation 2003/361/EC). Companies without a known size class count in neither the numerator nor ' +
      'the denominator; when none is known, the figure is empty. To one decimal, half rounded up. ' +
      `${OVERLAP.en} ${ONCE.en} ${BUSINESS_ONLY.en}`,
  },
});
