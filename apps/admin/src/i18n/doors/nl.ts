/** The three doors with which the overview opens. */
export const nl = {
  title: 'Begin hier',
  log: 'Leg een deelname vast',
  logText: 'Een bedrijf, een fieldlab, een niveau: klaar in een paar tellen.',
  why: (more: string, fewer: string) => `Waarom is ${more} niet ${fewer}?`,
  whyText: 'Bereikte bedrijven en bedrijven die nu meedoen, met elke reden daartussen.',
  paste: 'Plak een zin uit de krant',
  pasteText: 'Zoek op uit welke gepubliceerde cijfers de getallen komen.',
  putAway: 'Opbergen',
  bringBack: '‘Begin hier’ weer tonen',
};
