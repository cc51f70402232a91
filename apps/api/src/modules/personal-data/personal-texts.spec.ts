import {
  ACTIVITIES,
  ATTENDANCES,
  INVESTMENTS,
  OUTCOMES,
  PARTICIPATIONS,
  SPIN_OFFS,
  type FieldType,
  type RegisterKind,
} from '@fieldlab/domain';
import { expect, it } from 'vitest';
import { TEXTS } from './personal-texts';

/** Fields that people fill in freely, so that somebody may be named in them. */
const FREE = new Set<FieldType>([
  'text',
  'identifier',
  'companyNumber',
  'webAddress',
  'email',
  'phone',
  'textList',
]);

it.each<[string, RegisterKind]>([
  ['participations', PARTICIPATIONS],
  ['activities', ACTIVITIES],
  ['attendances', ATTENDANCES],
  ['investments', INVESTMENTS],
  ['spin-offs', SPIN_OFFS],
  ['outcomes', OUTCOMES],
])('looks for persons in every free text of %s', (resource, { fields }) => {
  const free = Object.entries(fields).flatMap(([name, { type }]) => (FREE.has(type) ? [name] : []));
  const looked = Object.entries(TEXTS).find(([name]) => name === resource)?.[1].fields ?? {};
  expect(Object.keys(looked).sort()).toEqual(free.sort());
});
