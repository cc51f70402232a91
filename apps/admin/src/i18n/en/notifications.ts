import type { LaterMessages } from '../messages';

export const notifications = {
  title: 'For you',
  none: 'Nothing waits for you.',
  unread: 'New',
  readAll: 'Mark all as read',
  more: 'and %{smart_count} more |||| and %{smart_count} more',
  settings: 'By e-mail or in your calendar too',
  choices: 'Notifications',
  mail: 'Notifications by e-mail',
  mailTimes: {
    NEVER: 'never',
    AT_ONCE: 'at once',
    DAILY: 'every morning at 7',
    WEEKLY: 'on Monday mornings at 7',
  },
  mailHelp: 'You get mail only when something new waits for you.',
  mailSaved: 'Your choice was saved.',
  calendar: 'Calendar',
  calendarHelp:
    'Rounds, follow-ups and activities in your own calendar program, without names of companies or persons. Whoever has the address sees the calendar: keep it to yourself.',
  calendarSince: 'Your address was made on %{date}.',
  makeAddress: 'Make an address',
  renewAddress: 'Make a new address',
  endAddress: 'Withdraw the address',
  addressOnce: 'Copy the address now; it is shown only once. An earlier address no longer works.',
  copyAddress: 'Copy',
  addressCopied: 'The address was copied.',
  calendarEnded: 'The address no longer works.',
} satisfies LaterMessages['notifications'];
