import type { LaterMessages } from '../messages';

export const duplicates: LaterMessages['duplicates'] = {
  open: '%{smart_count} pair to decide on |||| %{smart_count} pairs to decide on',
  emptyTitle: 'No duplicates',
  emptyText: 'There are no companies that look alike and that nobody has decided on yet.',
  laterTitle: 'The rest is for later',
  laterText: 'You put off %{smart_count} pair. |||| You put off %{smart_count} pairs.',
  again: 'Decide now after all',
  scan: 'Search again',
  scanning: 'The search is under way. You can go on working.',
  scanned:
    'The whole register was searched: %{smart_count} pair looks alike. |||| The whole register was searched: %{smart_count} pairs look alike.',
  same: 'Same company',
  different: 'Not the same',
  later: 'Later',
  swap: 'Swap which one stays',
  keys: 'Keys: 1 same company, 2 not the same, 3 later, 4 swap which one stays.',
  sideBySide: 'The two companies side by side',
  stays: 'stays',
  goes: 'becomes part of it',
  takeFrom: '%{field} of %{company}',
  hanging: 'What hangs from it',
  nothing: 'nothing',
  why: '%{percent}% likely to be one company',
  reasons: 'What speaks for and against it',
  bits: 'A bar to the right makes it likelier, a bar to the left less likely.',
  learnt: 'Adjusted to earlier decisions; published weight %{published}.',
  effect: 'What merging does to the figures',
  reckoning: 'Being worked out…',
  othersStay: 'The other figures stay as they are.',
  allStay: 'No figure changes.',
  overlaps: 'Both take part at the same time in %{centres}; that will count once.',
  merged: '%{merged} was merged into %{survivor}.',
  wereDifferent: '%{left} and %{right} stay two companies.',
  mergedInto: 'This company was merged into',
  mergedIntoText: 'What was recorded of it stays, and counts with that company.',
  mergesTitle: 'Merged into this company',
  mergedBy: '%{date}, by %{actor}',
  takenOver: 'Taken over: %{fields}',
  takeBack: 'Undo merge',
  takeBackOf: 'Undo the merge with %{company}',
  takeBackText:
    '%{company} becomes a company of its own again, with everything that was its own then. What was recorded with this company since stays with this company.',
  editedTitle: 'Something was changed since',
  editedText: 'Changed since the merge: %{fields}. What should become of that?',
  keep: 'Leave it as it is now',
  restore: 'Back to what it was',
  asList: 'As a list',
  oneByOne: 'One by one',
  list: 'Pairs to decide on',
  chooseAll: 'Choose all pairs',
  choose: 'Choose %{left} and %{right}',
  columns: { one: 'Company', other: 'Looks like', chance: 'Chance', because: 'Mainly because' },
  bulk: {
    none: 'Nothing chosen',
    chosen: '%{smart_count} pair chosen |||| %{smart_count} pairs chosen',
    title: {
      same: 'Merge %{smart_count} pair? |||| Merge %{smart_count} pairs?',
      different:
        'Is this pair not the same company? |||| Are these %{smart_count} pairs not the same company?',
      leaveOut: '%{smart_count} pair: leave out? |||| %{smart_count} pairs: leave out?',
    },
    text: {
      same: 'The company with a number stays, or else the oldest; what is empty there is filled in from the other. You can still undo it afterwards. |||| Of each pair the company with a number stays, or else the oldest; what is empty there is filled in from the other. Each pair goes by itself: if one fails, the others go on and you see why. You can still undo it all afterwards.',
      different:
        'They stay two companies and leave this list. You can still undo it afterwards. |||| They each stay two companies and leave this list. Each pair goes by itself. You can still undo it all afterwards.',
      leaveOut:
        '%{smart_count} company of this import is deleted, with what the import hung from it: %{records}. You can still undo it afterwards. |||| %{smart_count} companies of this import are deleted, with what the import hung from them: %{records}. Each goes by itself. You can still undo it all afterwards.',
      leaveOutAlone:
        '%{smart_count} company of this import is deleted; the import hung nothing from it. You can still undo it afterwards. |||| %{smart_count} companies of this import are deleted; the import hung nothing from them. Each goes by itself. You can still undo it all afterwards.',
      neither:
        'Of %{smart_count} pair neither is from this import; it stays. |||| Of %{smart_count} pairs neither is from this import; they stay.',
    },
    neither: 'Neither is from this import.',
    done: {
      same: '%{smart_count} pair merged |||| %{smart_count} pairs merged',
      different:
        '%{smart_count} pair marked as two companies |||| %{smart_count} pairs marked as two companies',
      leaveOut: '%{smart_count} pair left out |||| %{smart_count} pairs left out',
    },
  },
  tookBack: '%{company} is a company of its own again.',
};
