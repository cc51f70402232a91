import type { LaterMessages } from '../messages';

export const comments = {
  title: 'Comments',
  none: 'No comment yet.',
  label: 'Your comment',
  help: 'Use @name to mention somebody who may see this too; they are notified. Write no more about people than is needed.',
  send: 'Post',
  sent: 'Your comment is there.',
  people: 'Whom do you mention?',
  edit: 'Edit',
  editOf: 'Edit the comment of %{date}',
  save: 'Save',
  saved: 'Your comment was changed.',
  cancel: 'Cancel',
  withdraw: 'Withdraw',
  withdrawOf: 'Withdraw the comment by %{name} of %{date}',
  withdrawTitle: 'Withdraw this comment?',
  withdrawText:
    'Its text goes for everybody and does not come back. That there was a comment can still be seen.',
  withdrawn: 'The comment was withdrawn.',
  wasWithdrawn: 'Withdrawn by %{name}.',
  edited: 'edited',
  earlier: 'Show earlier comments',
} satisfies LaterMessages['comments'];
