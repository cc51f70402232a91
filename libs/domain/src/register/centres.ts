import {
  choice,
  code,
  date,
  formed,
  LONGEST,
  name,
  reference,
  region,
  required,
  text,
  textList,
  withDefault,
} from './field';
import { defineKind } from './kind';
import { ENDED_ON, MUNICIPALITY, NAME, PROVINCE, STARTED_ON, WEBSITE } from './shared-columns';

export const CENTRES = defineKind({
  name: 'centre',
  one: { nl: 'Praktijkomgeving', en: 'Centre' },
  many: { nl: 'Fieldlabs & hubs', en: 'Fieldlabs & hubs' },
  about: {
    nl: 'De fieldlabs en hubs waar bedrijven leren en testen. Een fieldlab hoort bij hooguit één hub.',
    en: 'The fieldlabs and hubs where companies learn and test. A fieldlab belongs to at most one hub.',
  },
  access: { as: 'centre', read: 'readers', write: 'administrators' },
  counted: true,
  calledBy: 'name',
  fields: {
    code: required(
      code({
        label: { nl: 'Code', en: 'Code' },
        help: { nl: 'De korte code, zoals FL-01; uniek.', en: 'The short code, such as FL-01; unique.' },
      }),
    ),
    kind: required(
      choice('centreKind', {
        label: { nl: 'Soort', en: 'Kind' },
        help: { nl: 'Fieldlab of hub.', en: 'Fieldlab or hub.' },
      }),
    ),
    name: required(name(NAME)),
    type: choice('centreType', {
      label: { nl: 'Type', en: 'Type' },
      help: {
        nl: 'Kennis en technologie, demonstratie, vaardigheden of gecombineerd.',
        en: 'Knowledge, demonstration, skills or combined.',
      },
    }),
    hubId: reference('centres', {
      name: 'hub_code',
      label: { nl: 'Hub', en: 'Hub' },
      help: {
        nl: 'De code van de hub waaronder een fieldlab valt.',
        en: 'The code of the hub of a fieldlab.',
      },
    }),
    province: region(PROVINCE),
    municipality: text(LONGEST.municipality, MUNICIPALITY),
    technologies: withDefault(
      textList(LONGEST.technology, 50, {
        label: { nl: 'Technologieën', en: 'Technologies' },
        aliases: ['Technologie', 'Technology'],
        help: { nl: 'Gescheiden door een puntkomma.', en: 'Parted by a semicolon.' },
      }),
      [],
    ),
    startedOn: date(STARTED_ON),
    endedOn: date(ENDED_ON),
    website: formed('webAddress', WEBSITE),
  },
  sheet: {
    label: { nl: 'Praktijkomgevingen', en: 'Centres' },
    aliases: ['Fieldlabs & hubs', 'Fieldlabs en hubs', 'Fieldlabs', 'Centra', 'Centers'],
    help: { nl: 'De fieldlabs en hubs.', en: 'The fieldlabs and hubs.' },
    hasRef: false,
  },
  period: { start: 'startedOn', end: 'endedOn' },
  words: {
    municipality: { nl: 'Plaats', en: 'Town' },
    startedOn: { nl: 'Gestart op', en: 'Started on' },
    endedOn: { nl: 'Einddatum', en: 'End date' },
    hubName: { nl: 'Hub', en: 'Hub' },
    lastDay: { nl: 'Laatste dag', en: 'Last day' },
  },
});
