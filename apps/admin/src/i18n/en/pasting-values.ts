/** Of pasted lists, wherever one leads to them. */
export const pastingValues = {
  title: 'Paste a list',
  made: {
    companies: '%{smart_count} new company |||| %{smart_count} new companies',
    participations: '%{smart_count} participation |||| %{smart_count} participations',
    attendances: 'attendance of %{smart_count} company |||| attendance of %{smart_count} companies',
  },
  done: 'Logged:',
};
