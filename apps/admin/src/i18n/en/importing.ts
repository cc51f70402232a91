import type { LaterMessages } from '../messages';

export const importing = {
  newTitle: 'New: %{count}',
  filledTitle: 'Filled in: %{count}',
  filledHelp: 'What was blank is filled in; what is there stays.',
  record: 'Record',
  fills: 'Is filled in',
  shownOf: 'The first %{shown} of %{found} rows.',
  unreadTitle: 'Not read: %{count}',
  unreadHelp: 'This does not reach the register, and why. What is rarest comes first.',
  remarksTitle: 'Remarks: %{count}',
  remarksHelp:
    'These remarks do not stop the import. See whether that is what you mean; what is rarest comes first.',
  where: 'Where and what',
  nothingToDo: 'There is nothing to import: the register would not change.',
} satisfies LaterMessages['importing'];
