import { date, name, required } from './field';
import { defineKind } from './kind';
import { day, NAME } from './shared-columns';

export const PROGRAMME = defineKind({
  fields: {
    name: required(name(NAME)),
    startedOn: required(date(day('Startdatum', 'Started on', ['Begindatum']))),
  },
  sheet: {
    label: { nl: 'Programma', en: 'Programme' },
    aliases: ['Program'],
    help: { nl: 'Eén rij: het programma zelf.', en: 'One row: the programme itself.' },
    hasRef: false,
  },
});
