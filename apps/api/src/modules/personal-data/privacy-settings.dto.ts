import { plainText, PROCESSING_ASPECTS, saying } from '@fieldlab/domain';
import { z } from 'zod';

const months = z.int().min(1).max(120);

const settingFields = {
  controller: plainText(300).nullable().describe('Who answers for the register.'),
  contact: plainText(300).nullable().describe('Where people ask about their data.'),
  contactMonths: months.describe('How long a new contact is kept, unless it says otherwise.'),
  noteMonths: months.describe('How long a new note is kept, unless it says otherwise.'),
  deletedDays: z.int().min(1).max(365).describe('How long a deleted contact or note can be brought back.'),
  accountMonths: months.describe('How long an account that was ended keeps its name.'),
};

export const privacySettingsSchema = z
  .object({ version: z.int(), updatedAt: z.iso.datetime(), ...settingFields })
  .meta({ id: 'PrivacySettings' });
export type PrivacySettingsDto = z.output<typeof privacySettingsSchema>;

export const privacySettingsPatchSchema = z
  .strictObject(settingFields)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, saying('NOTHING_CHANGES'))
  .meta({ id: 'PrivacySettingsPatch' });
export type PrivacySettingsPatch = z.output<typeof privacySettingsPatchSchema>;

export const processingRegisterSchema = z
  .object({
    settings: privacySettingsSchema,
    activities: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        count: z
          .int()
          .nullable()
          .describe('How many records there are of it now; null where they are not counted.'),
        aspects: z.object(
          Object.fromEntries(PROCESSING_ASPECTS.map((aspect) => [aspect, z.string()])) as Record<
            (typeof PROCESSING_ASPECTS)[number],
            z.ZodString
          >,
        ),
      }),
    ),
  })
  .meta({ id: 'ProcessingRegister' });
export type ProcessingRegister = z.output<typeof processingRegisterSchema>;
