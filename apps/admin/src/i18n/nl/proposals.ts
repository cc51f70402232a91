/** What the trade register says otherwise, and what becomes of it. */
export const proposals = {
  open: '%{smart_count} bedrijf om over te beslissen |||| %{smart_count} bedrijven om over te beslissen',
  emptyTitle: 'Niets om over te beslissen',
  emptyText:
    'Zodra het handelsregister iets anders zegt over naam, rechtsvorm of adres, of dat een bedrijf is opgeheven, staat dat hier. Er verandert niets voordat iemand het overneemt.',
  all: 'Alle voorstellen',
  notConnected:
    'Het handelsregister is nog niet aangesloten, dus er wordt niets nagekeken. Daarvoor is een sleutel van de KvK nodig; de beheerder van de server vult die in als KVK_API_KEY.',
  turnedOff:
    'Het handelsregister is aangesloten, maar het nakijken staat uit: KVK_CHECKS_PER_NIGHT staat op 0.',
  stopped: {
    REFUSED:
      'Het handelsregister weigerde de sleutel van deze installatie. Er is niets veranderd; vannacht wordt het opnieuw geprobeerd. Laat KVK_API_KEY nakijken.',
    UNREACHABLE:
      'Het handelsregister gaf geen antwoord. Er is niets veranderd; vannacht gaat het nakijken verder waar het ophield.',
  },
  everyNight:
    'Elke nacht wordt hoogstens %{smart_count} bedrijf nagekeken in het handelsregister. |||| Elke nacht worden hoogstens %{smart_count} bedrijven nagekeken in het handelsregister, wie het langst niet is nagekeken het eerst.',
  last: 'De laatste keer, op %{time}, was dat er %{smart_count}. |||| De laatste keer, op %{time}, waren dat er %{smart_count}.',
  unchecked:
    '%{smart_count} van de %{total} bedrijven met een nummer is nog niet aan de beurt geweest. |||| %{smart_count} van de %{total} bedrijven met een nummer zijn nog niet aan de beurt geweest.',
  unknown:
    'Van %{smart_count} bedrijf kent het handelsregister het nummer niet. |||| Van %{smart_count} bedrijven kent het handelsregister het nummer niet.',
  checkNow: 'Nu nakijken',
  checking: 'Er wordt nagekeken. U kunt intussen verder werken.',
  checkedNow: '%{smart_count} bedrijf is nagekeken. |||| %{smart_count} bedrijven zijn nagekeken.',
  source: 'Handelsregister (%{register}), gelezen op %{time}',
  differences: 'Verschillen van %{name}',
  field: 'Gegeven',
  from: 'Nu vastgelegd',
  to: 'Volgens het handelsregister',
  choose: '%{field} meenemen in het besluit',
  ended: 'Opgeheven',
  goesOn: 'bestaat nog',
  until: 'bestond t/m %{date}',
  endsOwn:
    'Overnemen beëindigt %{smart_count} deelname op die dag. |||| Overnemen beëindigt %{smart_count} deelnames op die dag.',
  endsNumber: 'Het nummer geldt daarna niet meer; het bedrijf blijft erop te vinden.',
  othersStay:
    '%{smart_count} deelname in een ander fieldlab loopt door tot de coördinator daarvan dit ook overneemt. |||| %{smart_count} deelnames in andere fieldlabs lopen door tot de coördinatoren daarvan dit ook overnemen.',
  since: 'Sinds wanneer %{name} op dit adres zit',
  moved: 'Verhuisd: geldt vanaf %{date}',
  correction: 'Was altijd al zo: verbeter wat er stond',
  accept: '%{smart_count} gegeven overnemen |||| %{smart_count} gegevens overnemen',
  decline: 'Niet overnemen',
  accepted: 'Overgenomen: %{name} is bijgewerkt.',
  declined: 'Niet overgenomen. Voor %{name} wordt dit niet nog eens voorgesteld.',
};
