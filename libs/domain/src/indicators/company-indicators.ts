import { COMMON_BREAKDOWNS, type IndicatorDefinition } from './definition';
import { BUSINESS_ONLY, MERGED, ONCE, OVERLAP, PERIOD } from './phrases';

/** Companies in fieldlabs and hubs: reached, took part, take part now, new. */

const COMPANIES = {
  version: 1,
  unit: 'count',
  counts: 'company',
  provinceOf: 'company',
  breakdowns: [...COMMON_BREAKDOWNS, 'sizeClass', 'level'],
} as const satisfies Partial<IndicatorDefinition>;

export const COMPANY_INDICATORS = [
  {
    ...COMPANIES,
    code: 'companies_reached',
    kind: 'flow',
    title: { nl: 'Bereikte bedrijven', en: 'Companies reached' },
    definition: {
      nl:
        `Het aantal verschillende bedrijven dat ${PERIOD.nl} is bereikt: met een deelname op welk niveau ook (bereikt, ` +
        'actief, deelnemer of partner), of doordat het aanwezig was bij een activiteit die in de periode werd gehouden. ' +
        `${OVERLAP.nl} Een activiteit telt op de dag waarop zij werd gehouden. ${ONCE.nl} ${BUSINESS_ONLY.nl}`,
      en:
        `The number of distinct companies that were reached ${PERIOD.en}: by a participation of any level (reached, ` +
        'engaged, participant or partner), or by attending an activity that was held in the period. ' +
        `${OVERLAP.en} An activity counts on the day on which it was held. ${ONCE.en} ${BUSINESS_ONLY.en}`,
    },
  },
  {
    ...COMPANIES,
    code: 'companies_participated',
    kind: 'flow',
    title: { nl: 'Bedrijven die deelnamen', en: 'Companies that took part' },
    definition: {
      nl:
        `Het aantal verschillende bedrijven met een deelname op niveau deelnemer of partner ${PERIOD.nl}, ook als die ` +
        `deelname inmiddels is beëindigd. ${OVERLAP.nl} ${ONCE.nl} ${BUSINESS_ONLY.nl}`,
      en:
        `The number of distinct companies with a participation of level participant or partner ${PERIOD.en}, even if ` +
        `that participation has ended since. ${OVERLAP.en} ${ONCE.en} ${BUSINESS_ONLY.en}`,
    },
  },
  {
    ...COMPANIES,
    code: 'companies_participating',
    kind: 'stock',
    title: { nl: 'Bedrijven die op de peildatum deelnemen', en: 'Companies taking part on the as-of date' },
    definition: {
      nl:
        'Het aantal verschillende bedrijven dat op de peildatum deelnemer of partner is van een praktijkomgeving die op ' +
        'die dag actief is: de deelname begon op of vóór de peildatum en is op die dag nog niet beëindigd, en hetzelfde ' +
        'geldt voor de praktijkomgeving. De laatste dag van een deelname en van een praktijkomgeving telt nog mee. ' +
        `${ONCE.nl} ${BUSINESS_ONLY.nl}`,
      en:
        'The number of distinct companies that on the as-of date are participant or partner of a centre that is active ' +
        'on that day: the participation started on or before the as-of date and has not ended on that day, and the same ' +
        'holds for the centre. The last day of a participation and of a centre still counts. ' +
        `${ONCE.en} ${BUSINESS_ONLY.en}`,
    },
  },
  {
    ...COMPANIES,
    code: 'companies_new',
    kind: 'flow',
    title: { nl: 'Nieuwe deelnemende bedrijven', en: 'New participating companies' },
    definition: {
      nl:
        'Het aantal verschillende bedrijven waarvan de allereerste deelname op niveau deelnemer of partner begon ' +
        `${PERIOD.nl}. De allereerste is de vroegste binnen het programma, de hub of de praktijkomgeving waarvoor het ` +
        'cijfer wordt gevraagd; een eerdere deelname op niveau bereikt of actief doet niet ter zake. In een uitsplitsing ' +
        'is het de vroegste binnen de cel; per jaar of kwartaal is het de vroegste van alle jaren. ' +
        `${ONCE.nl} ${BUSINESS_ONLY.nl}`,
      en:
        'The number of distinct companies whose first ever participation of level participant or partner started ' +
        `${PERIOD.en}. First ever is the earliest within the programme, hub or centre for which the figure is asked; an ` +
        'earlier participation of level reached or engaged does not matter. In a breakdown it is the earliest within ' +
        'the cell; by year or quarter it is the earliest of all years. ' +
        `${ONCE.en} ${BUSINESS_ONLY.en}`,
    },
  },
  {
    ...COMPANIES,
    code: 'participations',
    kind: 'flow',
    counts: 'pair',
    provinceOf: 'centre',
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
  },
  {
    ...COMPANIES,
    code: 'sme_share',
    unit: 'percent',
    kind: 'ratio',
    breakdowns: [...COMMON_BREAKDOWNS, 'level'],
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
  },
] as const satisfies readonly IndicatorDefinition[];
