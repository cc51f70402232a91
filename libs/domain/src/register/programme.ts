import { date, name, required } from './field';
import type { RecordShape } from './kind';
import { day, NAME } from './shared-columns';

/** The one programme of an installation: no kind of record, but a sheet like one. */
export const PROGRAMME = {
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
} as const satisfies RecordShape;
