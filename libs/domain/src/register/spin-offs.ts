import { choice, date, formed, name, reference, referenceList, required } from './field';
import { defineKind } from './kind';
import { CENTRES, CLAIM_LEVEL, COMPANY, day, EVIDENCE_URL, KVK_NUMBER, NAME } from './shared-columns';

export const SPIN_OFFS = defineKind({
  name: 'spin-off',
  one: { nl: 'Spin-off', en: 'Spin-off' },
  many: { nl: 'Spin-offs', en: 'Spin-offs' },
  about: {
    nl: 'Nieuwe bedrijven die uit fieldlabs zijn voortgekomen. Hoe zeker dat is, ziet u aan de onderbouwing.',
    en: 'New companies that came out of fieldlabs. The claim level says how certain that is.',
  },
  access: { as: 'spin-off', read: 'readers', write: 'coordinators' },
  counted: true,
  within: 'centreIds',
  calledBy: 'name',
  fields: {
    name: required(name(NAME)),
    kvkNumber: formed('companyNumber', KVK_NUMBER),
    foundedOn: required(date(day('Opgericht op', 'Founded on', ['Oprichtingsdatum']))),
    dissolvedOn: date(day('Opgeheven op', 'Dissolved on', ['Opheffingsdatum'])),
    centreIds: required(referenceList('centres', CENTRES)),
    parentCompanyId: reference('companies', {
      ...COMPANY,
      name: 'parent_company_ref',
      label: { nl: 'Moederbedrijf', en: 'Parent company' },
    }),
    claimLevel: required(choice('claimLevel', CLAIM_LEVEL)),
    evidenceUrl: formed('webAddress', EVIDENCE_URL),
  },
  sheet: {
    label: { nl: 'Spin-offs', en: 'Spin-offs' },
    aliases: ['Nieuwe bedrijven'],
    help: { nl: 'Nieuwe bedrijven die eruit voortkwamen.', en: 'New companies that came out of it.' },
    hasRef: true,
  },
  order: { start: 'foundedOn', end: 'dissolvedOn' },
  words: {
    centreIds: { nl: 'Fieldlabs & hubs', en: 'Fieldlabs & hubs' },
    evidenceUrl: { nl: 'Bewijs (webadres)', en: 'Evidence (web address)' },
    parentCompanyName: { nl: 'Moederbedrijf', en: 'Parent company' },
    evidenceCount: { nl: 'Bewijsstukken', en: 'Pieces of evidence' },
    centreNames: { nl: 'Fieldlabs & hubs', en: 'Fieldlabs & hubs' },
  },
});
