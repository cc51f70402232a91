import {
  LONGEST_VIEW_NAME,
  plainText,
  ROLES,
  saying,
  START_CHOICES,
  VIEWED_RESOURCE_NAMES,
  viewStateSchema,
} from '@fieldlab/domain';
import { z } from 'zod';

const resource = z.enum(VIEWED_RESOURCE_NAMES).describe('The list that it is of, or the overview.');
const name = plainText(LONGEST_VIEW_NAME).meta({ example: 'Deelnames in Overijssel' });
const isShared = z.boolean().describe('Whether colleagues who may read that list find it among theirs.');

export const savedViewSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    resource,
    name: z.string(),
    state: viewStateSchema,
    isShared,
    owner: z.object({ id: z.uuid(), name: z.string() }),
    startOf: z.array(z.enum(ROLES)).describe('Roles whose people come in here.'),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.output<typeof savedViewSchema>;

export const savedViewListSchema = z.strictObject({ resource: resource.optional() });
export type SavedViewList = z.output<typeof savedViewListSchema>;

export const savedViewPageSchema = z
  .object({
    data: z.array(savedViewSchema).describe('Your own first, by name; at most 300.'),
    total: z.int(),
  })
  .meta({ id: 'SavedViewPage' });
export type SavedViewPage = z.output<typeof savedViewPageSchema>;

export const savedViewCreateSchema = z
  .strictObject({ resource, name, state: viewStateSchema, isShared: isShared.default(false) })
  .meta({ id: 'SavedViewCreate' });
export type SavedViewInput = z.output<typeof savedViewCreateSchema>;

export const savedViewPatchSchema = z
  .strictObject({
    name: name.optional(),
    state: viewStateSchema.optional(),
    isShared: isShared.optional(),
  })
  .refine((input) => Object.keys(input).length > 0, saying('NOTHING_CHANGES'))
  .meta({ id: 'SavedViewPatch' });
export type SavedViewChange = z.output<typeof savedViewPatchSchema>;

const viewId = z.uuid(saying('NOT_AN_ID')).nullable();

export const roleStartSchema = z
  .object({
    role: z.enum(ROLES),
    version: z.int(),
    updatedAt: z.iso.datetime(),
    view: savedViewSchema.nullable().describe('Null where they come in at the overview.'),
  })
  .meta({ id: 'RoleStart' });
export type RoleStart = z.output<typeof roleStartSchema>;
export const roleStartsSchema = z.object({ data: z.array(roleStartSchema) }).meta({ id: 'RoleStarts' });
export const roleStartPatchSchema = z
  .strictObject({ viewId: viewId.describe('A shared view; null for the overview.') })
  .meta({ id: 'RoleStartPatch' });
export const roleSchema = z.enum(ROLES);

export const ownStartSchema = z
  .object({
    choice: z.enum(START_CHOICES),
    viewId: z.uuid().nullable().describe('The view that was chosen.'),
    view: savedViewSchema
      .nullable()
      .describe('Where you come in now: as you chose, or as your role does; null for the overview.'),
    roleView: savedViewSchema.nullable().describe('Where your role comes in.'),
  })
  .meta({ id: 'OwnStart' });
export type OwnStart = z.output<typeof ownStartSchema>;

export const ownStartPatchSchema = z
  .strictObject({ choice: z.enum(START_CHOICES), viewId: viewId.default(null) })
  .refine(({ choice, viewId: chosen }) => (choice === 'VIEW') === (chosen !== null), {
    path: ['viewId'],
    message: saying('REQUIRED'),
  })
  .meta({ id: 'OwnStartPatch' });
export type OwnStartChange = z.output<typeof ownStartPatchSchema>;
