import { kindOf, REGISTER_RESOURCES, type FieldType } from '@fieldlab/domain';
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

/** Places are no persons; firms and their people are found by rules of their own. */
const APART = new Set(['centres', 'companies', 'contacts', 'notes']);

it.each(REGISTER_RESOURCES.filter((resource) => !APART.has(resource)))(
  'looks for persons in every free text of %s',
  (resource) => {
    const { fields } = kindOf(resource);
    const free = Object.entries(fields).flatMap(([name, { type }]) => (FREE.has(type) ? [name] : []));
    const looked = Object.entries(TEXTS).find(([name]) => name === resource)?.[1].fields ?? {};
    expect(Object.keys(looked).sort()).toEqual(free.sort());
  },
);
