/** An activity and who came to it. */
export const activities = {
  present: 'Aanwezig',
  companies: '%{smart_count} bedrijf |||| %{smart_count} bedrijven',
  people: '%{smart_count} persoon |||| %{smart_count} personen',
  logAttendants:
    'Deelname vastleggen voor %{smart_count} bedrijf |||| Deelnames vastleggen voor %{smart_count} bedrijven',
  logTitle: '%{smart_count} deelname vastleggen |||| %{smart_count} deelnames vastleggen',
  logText: 'Deze bedrijven waren erbij en doen nog niet mee bij %{centre}. De deelname begint op %{date}.',
};
