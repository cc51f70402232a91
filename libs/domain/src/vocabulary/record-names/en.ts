import { ACTIVITIES } from '../../register/activities';
import { ATTENDANCES } from '../../register/attendances';
import { CENTRES } from '../../register/centres';
import { COMPANIES } from '../../register/companies';
import { CONTACTS } from '../../register/contacts';
import { INVESTMENTS } from '../../register/investments';
import { NOTES } from '../../register/notes';
import { OUTCOMES } from '../../register/outcomes';
import { PARTICIPATIONS } from '../../register/participations';
import { SPIN_OFFS } from '../../register/spin-offs';
import { labelsOf } from '../../register/labels';
import type { RecordNames } from './nl';

export const MOMENTS_EN = { createdAt: 'Added', updatedAt: 'Last changed', deletedAt: 'Deleted on' };
const common = { version: 'Version', ...MOMENTS_EN };

export const RECORDS_EN = {
  centres: {
    one: 'Centre',
    many: 'Fieldlabs & hubs',
    fields: {
      ...common,
      ...labelsOf(CENTRES, 'en'),
      hubName: 'Hub',
      municipality: 'Town',
      endedOn: 'End date',
      lastDay: 'Last day',
    },
  },
  companies: {
    one: 'Company',
    many: 'Companies',
    fields: {
      ...common,
      ...labelsOf(COMPANIES, 'en'),
      organisationType: 'Kind of organisation',
      sbiCode: 'Sector code (SBI)',
      municipality: 'Town',
      groupId: 'Parent company',
      centreCount: 'Fieldlabs & hubs',
      effectiveOn: 'Holds from',
      mergedIntoId: 'Merged into',
      companyId: 'Company',
      scheme: 'Register of the number',
      number: 'Number',
      validFrom: 'Holds from',
      validTo: 'Holds until',
      otherCentreCount: 'Other fieldlabs & hubs',
    },
  },
  participations: {
    one: 'Participation',
    many: 'Participations',
    fields: {
      ...common,
      ...labelsOf(PARTICIPATIONS, 'en'),
      companyName: 'Company',
      centreId: 'Fieldlab or hub',
      centreName: 'Fieldlab or hub',
      centreCode: 'Code',
      startedOn: 'Since',
      endedOn: 'End date',
      lastDay: 'Until',
    },
  },
  activities: {
    one: 'Activity',
    many: 'Activities',
    fields: {
      ...common,
      ...labelsOf(ACTIVITIES, 'en'),
      centreId: 'Fieldlab or hub',
      centreName: 'Fieldlab or hub',
      endedOn: 'End date',
      lastDay: 'Until',
      companiesPresent: 'Companies present',
      peoplePresent: 'People present',
    },
  },
  attendances: {
    one: 'Attendance',
    many: 'Attendance',
    fields: {
      ...common,
      ...labelsOf(ATTENDANCES, 'en'),
      activityTitle: 'Activity',
      centreId: 'Fieldlab or hub',
      companyName: 'Company',
    },
  },
  investments: {
    one: 'Investment',
    many: 'Investments',
    fields: {
      ...common,
      ...labelsOf(INVESTMENTS, 'en'),
      centreId: 'Fieldlab or hub',
      centreName: 'Fieldlab or hub',
      datedOn: 'Date',
      companyName: 'Company',
    },
  },
  'spin-offs': {
    one: 'Spin-off',
    many: 'Spin-offs',
    fields: {
      ...common,
      ...labelsOf(SPIN_OFFS, 'en'),
      centreIds: 'Fieldlabs & hubs',
      parentCompanyName: 'Parent company',
      evidenceUrl: 'Evidence (web address)',
      evidenceCount: 'Pieces of evidence',
      centreNames: 'Fieldlabs & hubs',
    },
  },
  outcomes: {
    one: 'Outcome',
    many: 'Outcomes',
    fields: {
      ...common,
      ...labelsOf(OUTCOMES, 'en'),
      title: 'Description',
      companyName: 'Company',
      centreIds: 'Fieldlabs & hubs',
      evidenceUrl: 'Evidence (web address)',
      evidenceCount: 'Pieces of evidence',
      centreNames: 'Fieldlabs & hubs',
    },
  },
  merges: {
    one: 'Merge',
    many: 'Merges',
    fields: {
      ...common,
      survivorId: 'Surviving company',
      survivorName: 'Surviving company',
      mergedId: 'Merged company',
      mergedName: 'Merged company',
      reason: 'Reason',
      fields: 'Fields taken over',
      takenOver: 'Taken over',
      actorName: 'By',
    },
  },
  evidence: {
    one: 'Piece of evidence',
    many: 'Evidence',
    fields: {
      ...common,
      resource: 'Kind of record',
      recordId: 'Number of the record',
      recordName: 'Record',
      title: 'Title',
      url: 'Web address',
      fileName: 'File',
      mediaType: 'File type',
      sha256: 'Fingerprint',
      bytes: 'Size (bytes)',
      centreIds: 'Fieldlabs & hubs',
      claimLevel: 'Claim level',
    },
  },
  contacts: {
    one: 'Contact',
    many: 'Contacts',
    fields: {
      ...common,
      ...labelsOf(CONTACTS, 'en'),
      companyName: 'Company',
      centreId: 'Fieldlab or hub',
      centreName: 'Fieldlab or hub',
    },
  },
  notes: {
    one: 'Note',
    many: 'Notes and follow-ups',
    fields: {
      ...common,
      ...labelsOf(NOTES, 'en'),
      companyName: 'Company',
      centreId: 'Fieldlab or hub',
      centreName: 'Fieldlab or hub',
      state: 'State',
    },
  },
} satisfies RecordNames;
