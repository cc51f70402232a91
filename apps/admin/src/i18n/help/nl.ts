/** What each list, chart and headline is, in two sentences. */
export const nl = {
  // Lists
  users:
    'Wie zich kan aanmelden, en wat iemand mag. Een coördinator ziet en wijzigt alleen de eigen fieldlabs.',
  'api-tokens':
    'Sleutels waarmee programma’s namens een gebruiker lezen of schrijven. Een sleutel kan nooit meer dan zijn eigenaar.',
  'audit-events':
    'Wie wat wanneer heeft veranderd of opgevraagd. Regels hangen als schakels aan elkaar, zodat wegpoetsen opvalt.',
  imports:
    'Alle werkboeken die zijn ingelezen, met wat ze veranderden. Een import is als geheel terug te draaien zolang er niet op is voortgebouwd.',
  reports:
    'Rapporten met cijfers en tekst, van concept tot verzegelde editie. Wat gepubliceerd is, verandert nooit meer.',
  comparisons:
    'Bewaarde vergelijkingen van cijfers die naast elkaar in omloop zijn. Elke stap ertussen heeft een reden en de gegevens erachter.',
  targets:
    'Wat het programma op een datum bereikt wil hebben, en hoe ver het nu is. Rood betekent: op deze voet wordt het niet gehaald.',
  rounds: 'Elk kwartaal bevestigt ieder fieldlab wie er nog meedoet. Wat is geaccepteerd, ligt vast.',
  duplicates:
    'Bedrijven die er misschien twee keer in staan, met de redenen voor dat vermoeden. U beslist; samenvoegen kan altijd terug.',
  proposals:
    'Wat het handelsregister anders zegt dan hier staat. U beslist per gegeven; er verandert niets vanzelf.',
  // The overview
  map: 'In welke provincie de bedrijven gevestigd zijn die op de peildatum meedoen. Een rondje zegt hoeveel fieldlabs en hubs daar zijn.',
  levels:
    'Hoeveel bedrijven aan het eind van elk jaar meededen, op hun hoogste niveau. In het jaar van de peildatum is dat op de peildatum zelf.',
  ownCentres: 'De cijfers van uw eigen fieldlabs op de peildatum. Elk getal leidt naar wat er geteld is.',
  attention: 'Wat op u wacht of achterloopt, het dringendste eerst. Wat is opgelost, verdwijnt vanzelf.',
  recent: 'Wat er het laatst in het register veranderde, en door wie. De hele lijst staat in het logboek.',
  changes:
    'Wat er aan de cijfers veranderde sinds u hier het laatst was. Zo ziet u ook wat met terugwerkende kracht is bijgewerkt.',
  // Headlines
  companies_participated:
    'Bedrijven die sinds het begin van het programma ooit deelnemer of partner waren. Wie gestopt is, telt dus nog mee.',
  companies_participating:
    'Bedrijven die op de peildatum deelnemer of partner zijn, in een fieldlab dat dan open is. Elk bedrijf telt één keer.',
  centres_active:
    'Fieldlabs en hubs die op de peildatum open zijn. Gesloten fieldlabs en plannen zonder startdatum tellen niet mee.',
  spin_offs:
    'Nieuwe bedrijven die sinds het begin uit fieldlabs zijn voortgekomen. Ook die inmiddels zijn opgeheven, tellen mee.',
  investment_realised:
    'Alle euro’s die sinds het begin werkelijk in fieldlabs en hubs zijn gestoken. Wat alleen is toegezegd, telt niet mee.',
  people_trained: 'Deelnemers aan trainingen sinds het begin. Wie twee trainingen volgde, telt twee keer.',
  // Other charts and tables of figures
  figures:
    'Eén cijfer, op de datum en in de uitsnede die u in de zin kiest. De definitie ernaast zegt precies wat er geteld wordt.',
  chart: 'Het cijfer uit de zin hierboven, uitgesplitst. Elke balk leidt naar de gegevens erachter.',
  table:
    'Dezelfde uitsplitsing in getallen. Het totaal is apart geteld: wat in twee vakken ligt, telt daarin maar één keer.',
  bridge:
    'De weg van het ene cijfer naar het andere, één verschil tegelijk. De stappen zijn samen precies het verschil.',
};
