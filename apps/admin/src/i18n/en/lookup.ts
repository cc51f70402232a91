import type { LaterMessages } from '../messages';

export const lookup = {
  open: 'Look up in the trade register',
  title: 'Look up in the trade register (KvK)',
  question: 'Name or KvK number',
  ask: 'Search',
  found: 'Found in the trade register',
  none: 'The trade register has no such company. Check the number, or search for a part of the name.',
  filled: 'Filled in from the trade register of %{time}: %{fields}. Check it and save.',
  nothingNew: 'The trade register of %{time} says nothing else than what is here.',
  ended: 'According to the trade register this company ended on %{date}.',
  nonMailing: 'This company wants no advertising by post or at the door.',
  reason: 'From the trade register (KvK), read on %{time}',
} satisfies LaterMessages['lookup'];
