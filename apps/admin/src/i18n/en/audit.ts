import type { Messages } from '../messages';

export const audit = {
  lead: 'Every change to the register, by whom and when. Nobody can alter what stands here.',
  program: 'The system',
  empty: 'As soon as somebody adds or changes something, it is listed here.',
  actions: {
    CREATE: 'Added',
    UPDATE: 'Changed',
    DELETE: 'Deleted',
    RESTORE: 'Brought back',
    ERASE: 'Erased for good',
  },
  did: '%{action}: %{fields}',
  more: '%{fields} and %{smart_count} other |||| %{fields} and %{smart_count} others',
  gone: 'no longer there',
  encrypted: 'shown encrypted',
  encryptedHelp:
    'Personal data are not readable in the audit trail: it shows that they changed, and not into what.',
  yes: 'yes',
  no: 'no',
  changes: 'What changed',
  added: 'What was added',
  removed: 'What it was',
  position: 'Place in the chain',
  hash: 'Checksum',
  sameRequest: 'All of this request',
  sameRecord: 'All about this record',
  samePerson: 'All by this person',
} satisfies Messages['audit'];
