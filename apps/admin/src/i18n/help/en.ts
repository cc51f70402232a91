import type { nl } from './nl';

export const en = {
  users: 'Who can sign in, and what they may do. Coordinators see and change their own fieldlabs only.',
  'api-tokens':
    'Keys with which programs read or write on behalf of a user. A key can never do more than its owner.',
  'audit-events':
    'Who changed or took out what, and when. Entries are chained, so that wiping one out shows.',
  imports:
    'Every workbook that was read in, with what it changed. An import can be taken back as a whole until something is built on it.',
  reports:
    'Reports of figures and text, from draft to sealed edition. What was published never changes again.',
  comparisons:
    'Kept comparisons of figures that go around side by side. Each step between them has a reason, and the records behind it.',
  targets:
    'What the programme wants to have reached on a date, and how far it is now. Red means: at this pace it will not get there.',
  rounds: 'Every quarter each fieldlab confirms who still takes part. What was accepted is locked.',
  duplicates:
    'Companies that may be there twice, with the reasons to think so. You decide; a merge can always be taken back.',
  proposals:
    'What the trade register says otherwise than what is registered here. You decide field by field; nothing changes by itself.',
  map: 'The provinces of the companies that take part on the as-of date. A circle says how many fieldlabs and hubs are there.',
  levels:
    'How many companies took part at the end of each year, at their highest level. In the year of the as-of date, on that date itself.',
  ownCentres: 'The figures of your own fieldlabs on the as-of date. Every number leads to what was counted.',
  attention: 'What waits for you or runs late, the most urgent first. What is settled goes away by itself.',
  recent: 'What changed last in the register, and by whom. The whole list is in the audit trail.',
  changes:
    'What changed in the figures since you were last here. So you also see what was corrected looking back.',
  companies_participated:
    'Companies that were ever a participant or partner since the programme began. Those that stopped still count.',
  companies_participating:
    'Companies that are a participant or partner on the as-of date, in a fieldlab that is open then. Each counts once.',
  centres_active:
    'Fieldlabs and hubs that are open on the as-of date. Closed ones and plans without a start do not count.',
  spin_offs:
    'New companies that came out of fieldlabs since the beginning. Those dissolved since then count as well.',
  investment_realised:
    'All euros really put into fieldlabs and hubs since the beginning. What is only committed does not count.',
  people_trained: 'People at trainings since the beginning. One person in two trainings counts twice.',
  figures:
    'One figure, on the date and for the part that you choose in the sentence. The definition beside it says exactly what is counted.',
  chart: 'The figure of the sentence above, broken down. Every bar leads to the records behind it.',
  table:
    'The same breakdown in numbers. The total is counted by itself: what lies in two cells counts in it only once.',
  bridge:
    'The way from one figure to the other, one difference at a time. Together the steps are exactly the difference.',
} satisfies typeof nl;
