import type { LaterMessages } from '../messages';

export const proposals: LaterMessages['proposals'] = {
  open: '%{smart_count} company to decide on |||| %{smart_count} companies to decide on',
  emptyTitle: 'Nothing to decide on',
  emptyText:
    'When the trade register has another name, legal form or address for a company, or says that it was dissolved, it shows here. Nothing changes until somebody accepts it.',
  all: 'All proposals',
  notConnected:
    'The trade register is not connected yet, so nothing is checked. That takes a key from the Chamber of Commerce (KvK), which whoever runs the server sets as KVK_API_KEY.',
  turnedOff: 'The trade register is connected, but checking is off: KVK_CHECKS_PER_NIGHT is 0.',
  stopped: {
    REFUSED:
      'The trade register refused the key of this installation. Nothing has changed; it is tried again tonight. Have KVK_API_KEY looked at.',
    UNREACHABLE:
      'The trade register did not answer. Nothing has changed; tonight the check goes on where it stopped.',
  },
  everyNight:
    'Every night at most %{smart_count} company is looked up in the trade register. |||| Every night at most %{smart_count} companies are looked up in the trade register, those checked longest ago first.',
  last: 'The last time, on %{time}, it was %{smart_count}. |||| The last time, on %{time}, it was %{smart_count}.',
  unchecked:
    '%{smart_count} of the %{total} companies with a number has not had its turn yet. |||| %{smart_count} of the %{total} companies with a number have not had their turn yet.',
  unknown:
    'The trade register does not know the number of %{smart_count} company. |||| The trade register does not know the numbers of %{smart_count} companies.',
  checkNow: 'Check now',
  checking: 'Companies are being checked. You can carry on meanwhile.',
  checkedNow: '%{smart_count} company was checked. |||| %{smart_count} companies were checked.',
  source: 'Trade register (%{register}), read on %{time}',
  differences: 'Differences of %{name}',
  field: 'Field',
  from: 'Registered now',
  to: 'The trade register says',
  choose: 'Include %{field} in the decision',
  ended: 'Dissolved',
  goesOn: 'still exists',
  until: 'existed until %{date}',
  endsOwn:
    'Accepting ends %{smart_count} participation on that day. |||| Accepting ends %{smart_count} participations on that day.',
  endsNumber: 'Its number no longer holds after that; the company can still be found by it.',
  othersStay:
    '%{smart_count} participation in another fieldlab goes on until its coordinator accepts this too. |||| %{smart_count} participations in other fieldlabs go on until their coordinators accept this too.',
  since: 'Since when %{name} is at this address',
  moved: 'It moved: holds from %{date}',
  correction: 'It always was so: correct what stood there',
  accept: 'Accept %{smart_count} field |||| Accept %{smart_count} fields',
  decline: 'Do not accept',
  accepted: 'Accepted: %{name} was updated.',
  declined: 'Not accepted. This is not proposed again for %{name}.',
};
