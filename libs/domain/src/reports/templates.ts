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

Het programma telt {{fieldlabs_active}} fieldlabs en {{hubs_active}} hubs. In de periode namen {{companies_participated}} bedrijven deel; {{companies_participating}} doen dat nu. Van de deelnemers is {{sme_share}} mkb.

## Wat het opleverde

Er kwamen {{spin_offs}} nieuwe bedrijven uit voort, {{new_products}} nieuwe producten en {{jobs}} aan banen. {{people_trained}} keer volgde iemand een training.

## Wat het kostte

De partners investeerden {{investment_realised}}, waarvan {{investment_private}} door bedrijven en {{investment_public}} door overheden. Tegenover elke publieke euro staat {{leverage}} aan privaat geld.
`,
      en: `## Summary

The programme has {{fieldlabs_active}} fieldlabs and {{hubs_active}} hubs. In the period {{companies_participated}} companies took part; {{companies_participating}} do so now. Of those who took part {{sme_share}} are SMEs.

## What came of it

Out of it came {{spin_offs}} new companies, {{new_products}} new products and {{jobs}} of jobs. People attended trainings {{people_trained}} times.

## What it cost

The partners invested {{investment_realised}}, of which {{investment_private}} by companies and {{investment_public}} by public bodies. Against every public euro stands {{leverage}} of private money.
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
      nl: 'De hub heeft {{fieldlabs_active}} fieldlabs, waarin {{companies_participated}} bedrijven deelnamen en {{companies_participating}} dat nu doen.\n',
      en: 'The hub has {{fieldlabs_active}} fieldlabs, in which {{companies_participated}} companies took part and {{companies_participating}} do so now.\n',
    },
  },
  letter: {
    title: { nl: 'Brief aan het parlement', en: 'Letter to parliament' },
    description: { nl: 'De kerncijfers op één bladzijde', en: 'The key figures on one page' },
    scope: 'programme',
    indicators: [
      'fieldlabs_active',
      'hubs_active',
      'companies_participated',
      'companies_participating',
      'spin_offs',
      'investment_realised',
    ],
    by: [],
    text: {
      nl: `Het programma heeft een landelijk netwerk opgebouwd van {{fieldlabs_active}} fieldlabs en {{hubs_active}} regionale hubs. {{companies_participated}} bedrijven hebben deelgenomen, waarvan er nu {{companies_participating}} actief zijn. Daarin is door de partners {{investment_realised}} geïnvesteerd. Er zijn {{spin_offs}} nieuwe bedrijven uit voortgekomen.
`,
      en: `The programme has built a national network of {{fieldlabs_active}} fieldlabs and {{hubs_active}} regional hubs. {{companies_participated}} companies have taken part, of which {{companies_participating}} do so now. The partners invested {{investment_realised}} in it. {{spin_offs}} new companies came out of it.
`,
    },
  },
} as const satisfies Record<string, ReportTemplate>;
export type ReportTemplateName = keyof typeof REPORT_TEMPLATES;
