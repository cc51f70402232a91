import type { Breakdown } from '../figures';
import type { IndicatorCode } from '../indicators/catalogue';
import type { Localised } from '../vocabulary/languages';

/** What a report begins with; everything can be changed afterwards. */
export interface ReportTemplate {
  title: Localised;
  description: Localised;
  /** The kind of scope that it is about. */
  scope: 'programme' | 'hub' | 'centre';
  indicators: readonly IndicatorCode[];
  by: readonly Breakdown[];
  text: Localised;
}

export const REPORT_TEMPLATES = {
  evaluation: {
    title: { nl: 'Evaluatie van het programma', en: 'Evaluation of the programme' },
    description: {
      nl: 'Alle kerncijfers, per jaar en per provincie, met hun definities',
      en: 'All key figures, by year and by province, with their definitions',
    },
    scope: 'programme',
    indicators: [
      'fieldlabs_active',
      'hubs_active',
      'companies_reached',
      'companies_participated',
      'companies_participating',
      'sme_share',
      'people_trained',
      'spin_offs',
      'new_products',
      'jobs',
      'investment_realised',
      'investment_private',
      'investment_public',
      'leverage',
    ],
    by: ['year', 'province'],
    text: {
      nl: `## Samenvatting

Op de peildatum telt het programma {{fieldlabs_active}} fieldlabs en {{hubs_active}} hubs. Van de {{companies_reached}} bereikte bedrijven namen er {{companies_participated}} deel; op de peildatum doen er {{companies_participating}} mee. Van de bedrijven die deelnamen is {{sme_share}} mkb.

## Wat het opleverde

Uit het programma kwamen {{spin_offs}} nieuwe bedrijven, {{new_products}} nieuwe producten en {{jobs}} aan directe banen voort. In totaal werd {{people_trained}} keer een training gevolgd.

## Wat het kostte

De partners investeerden {{investment_realised}}, waarvan {{investment_private}} door bedrijven en {{investment_public}} door overheden. Tegenover elke publieke euro staat {{leverage}} euro aan privaat geld.
`,
      en: `## Summary

On the as-of date the programme has {{fieldlabs_active}} fieldlabs and {{hubs_active}} hubs. Of the {{companies_reached}} companies reached, {{companies_participated}} took part; on the as-of date {{companies_participating}} are taking part. Of the companies that took part, {{sme_share}} are SMEs.

## What came of it

The programme brought forth {{spin_offs}} new companies, {{new_products}} new products and {{jobs}} in direct jobs. People attended trainings {{people_trained}} times.

## What it cost

The partners invested {{investment_realised}}, of which {{investment_private}} by companies and {{investment_public}} by public bodies. Every public euro is met by {{leverage}} euros of private money.
`,
    },
  },
  centreYear: {
    title: { nl: 'Jaar van een praktijkomgeving', en: 'A centre’s year' },
    description: { nl: 'Wat er in één fieldlab gebeurde', en: 'What happened in one fieldlab' },
    scope: 'centre',
    indicators: [
      'companies_reached',
      'companies_participated',
      'companies_participating',
      'people_trained',
      'spin_offs',
      'new_products',
      'investment_realised',
    ],
    by: ['quarter'],
    text: {
      nl: 'Dit jaar werden {{companies_reached}} bedrijven bereikt, waarvan {{companies_participated}} deelnamen. {{people_trained}} keer volgde iemand een training. Er werd {{investment_realised}} geïnvesteerd.\n',
      en: 'This year {{companies_reached}} companies were reached, of which {{companies_participated}} took part. People attended trainings {{people_trained}} times. {{investment_realised}} was invested.\n',
    },
  },
  hub: {
    title: { nl: 'Een hub en zijn fieldlabs', en: 'A hub and its fieldlabs' },
    description: {
      nl: 'De cijfers van één regio, per praktijkomgeving',
      en: 'One region’s figures, by centre',
    },
    scope: 'hub',
    indicators: [
      'fieldlabs_active',
      'companies_reached',
      'companies_participated',
      'companies_participating',
      'spin_offs',
      'investment_realised',
    ],
    by: ['centre', 'year'],
    text: {
      nl: 'De hub heeft {{fieldlabs_active}} fieldlabs, waarin {{companies_participated}} bedrijven deelnamen. Op de peildatum doen er {{companies_participating}} mee.\n',
      en: 'The hub has {{fieldlabs_active}} fieldlabs, in which {{companies_participated}} companies took part. On the as-of date {{companies_participating}} are taking part.\n',
    },
  },
  letter: {
    title: { nl: 'Brief aan het parlement', en: 'Letter to parliament' },
    description: { nl: 'De kerncijfers op één bladzijde', en: 'The key figures on one page' },
    scope: 'programme',
    indicators: [
      'fieldlabs_active',
      'hubs_active',
      'companies_reached',
      'companies_participated',
      'companies_participating',
      'spin_offs',
      'investment_realised',
    ],
    by: [],
    text: {
      nl: `Het programma heeft een landelijk netwerk opgebouwd van {{fieldlabs_active}} fieldlabs en {{hubs_active}} regionale hubs. Van de {{companies_reached}} bereikte bedrijven namen er {{companies_participated}} deel; op de peildatum doen er {{companies_participating}} mee.

De partners investeerden {{investment_realised}} in het netwerk. Er kwamen {{spin_offs}} nieuwe bedrijven uit voort.
`,
      en: `The programme has built a national network of {{fieldlabs_active}} fieldlabs and {{hubs_active}} regional hubs. Of the {{companies_reached}} companies reached, {{companies_participated}} took part; on the as-of date {{companies_participating}} are taking part.

The partners invested {{investment_realised}} in the network. {{spin_offs}} new companies came out of it.
`,
    },
  },
} as const satisfies Record<string, ReportTemplate>;
export type ReportTemplateName = keyof typeof REPORT_TEMPLATES;
