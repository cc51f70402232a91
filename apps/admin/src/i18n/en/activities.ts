import type { Messages } from '../messages';

export const activities = {
  present: 'Present',
  companies: '%{smart_count} company |||| %{smart_count} companies',
  people: '%{smart_count} person |||| %{smart_count} people',
  logAttendants:
    'Log participation for %{smart_count} company |||| Log participations for %{smart_count} companies',
  logTitle: 'Log %{smart_count} participation |||| Log %{smart_count} participations',
  logText: 'These companies came and do not take part in %{centre} yet. Participation begins on %{date}.',
} satisfies Messages['activities'];
