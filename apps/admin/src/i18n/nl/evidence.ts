/** Files and links that support what a record says. */
export const evidence = {
  title: 'Bewijs',
  none: 'Nog geen bewijs.',
  choose: 'Bestand kiezen',
  drop: 'Sleep een bestand hierheen, of',
  addLink: 'Link toevoegen',
  linkHelp: 'Bijvoorbeeld een persbericht of een pagina van het bedrijf.',
  add: 'Toevoegen',
  added: 'Toegevoegd.',
  raised: 'Toegevoegd. De onderbouwing is nu “met bewijs”.',
  lowered: 'Het laatste bewijs is verwijderd. De onderbouwing is nu “bevestigd”.',
  sending: '%{name} wordt verstuurd: %{part}%',
  checking: '%{name} wordt gecontroleerd…',
  refused: '%{name} is niet toegevoegd. %{why}',
  download: 'Downloaden: %{name}',
};
