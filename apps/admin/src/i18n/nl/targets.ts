/** What the programme aims at, and where it stands. */
export const targets = {
  lead: 'Waar het programma naartoe werkt, en hoe ver het is.',
  asOf: 'Peildatum',
  indicator: 'Indicator',
  named: 'Doel ‘%{indicator}’',
  ofHub: '%{name}, met fieldlabs',
  aim: 'Doel',
  actual: 'Cijfer',
  gap: 'Nog te gaan',
  due: 'Uiterlijk',
  light: 'Stand',
  way: 'Voortgang',
  mark: 'Het streepje in de balk is waar het cijfer bij gelijkmatige groei nu zou staan.',
  progress: '%{actual} van %{aim}; bij gelijkmatige groei %{expected}',
  progressUnknown: 'nog geen cijfer; doel %{aim}',
  sentence: {
    grows:
      'Op %{on} staat de teller op %{actual}. Het doel is %{aim} op %{due}; bij gelijkmatige groei vanaf de start van het programma zou het nu %{expected} zijn.',
    ratio: 'Op %{on} is het %{actual}. Het doel is %{aim} op %{due}.',
    past: 'Op de laatste dag, %{due}, stond de teller op %{actual}. Het doel was %{aim}.',
    unknown: 'Er is op %{on} nog niets om te berekenen. Het doel is %{aim} op %{due}.',
  },
  emptyTitle: 'Er is nog geen doel',
  emptyText:
    'Een doel zegt welke waarde een indicator op een dag moet hebben, voor het programma, een hub of een fieldlab.',
  emptyReadOnly: 'Zodra de evaluator een doel vastlegt, ziet u hier hoe ver het is.',
  valueHelp: {
    count: 'Een heel aantal.',
    FTE: 'In fte, met ten hoogste twee decimalen.',
    EUR: 'In euro, zoals 370.000.000.',
    percent: 'In procenten, zoals 65 of 65,5.',
    ratio: 'Een verhouding, zoals 1,5.',
  },
};
