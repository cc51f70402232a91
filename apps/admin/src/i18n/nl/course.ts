/** How a figure came about, period by period. */
export const course = {
  title: 'Verloop',
  every: 'Per',
  quarter: 'kwartaal',
  year: 'jaar',
  knownNow: 'zoals nu bekend',
  knownThen: 'zoals toen bekend',
  knownThenHelp:
    '“Toen bekend” is het cijfer dat het register op die dag zelf gaf; leeg waar het register nog niets wist.',
  period: 'Periode',
  nothingYet: 'nog niets bekend',
  aim: 'Doel',
};
