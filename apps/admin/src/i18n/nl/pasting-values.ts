/** Of pasted lists, wherever one leads to them. */
export const pastingValues = {
  title: 'Lijst plakken',
  made: {
    companies: '%{smart_count} nieuw bedrijf |||| %{smart_count} nieuwe bedrijven',
    participations: '%{smart_count} deelname |||| %{smart_count} deelnames',
    attendances: 'aanwezigheid van %{smart_count} bedrijf |||| aanwezigheid van %{smart_count} bedrijven',
  },
  done: 'Vastgelegd:',
};
