import type { Messages } from '../messages';

export const people = {
  tab: 'Contacts and notes',
  contacts: 'Contacts',
  noContacts: 'No contact yet.',
  addContact: 'Add a contact',
  notes: 'Notes and follow-ups',
  noNotes: 'No note yet.',
  addNote: 'Add a note',
  dueHelp: 'With a date it becomes a follow-up, which shows on the overview.',
  due: 'follow up on %{date}',
  overdue: 'was due on %{date}',
  done: 'done on %{date}',
  markDone: 'Done',
  markedDone: 'The follow-up is done.',
  personal: 'Seen by this fieldlab and the administrator only. Keep no more than is needed.',
  emptyList: 'Open a company and write a note there. With a date it becomes a follow-up.',
  erase: 'Erase for good',
  eraseTitle: 'Erase %{name} for good?',
  eraseText:
    'What stands here about this person is erased and does not come back, nor after a backup is restored.',
  erased: 'Erased for good.',
  timeline: 'Timeline',
  followUps: 'Follow-ups',
  noPast: 'Has not taken part in anything yet.',
  fieldlabs: 'Fieldlabs of this hub',
  others: 'also in %{smart_count} other fieldlab or hub |||| also in %{smart_count} other fieldlabs and hubs',
} satisfies Messages['people'];
