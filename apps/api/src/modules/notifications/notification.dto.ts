import { MAIL_TIMES, NOTIFICATION_KINDS, saying } from '@fieldlab/domain';
import { z } from 'zod';

const notificationSchema = z.object({
  id: z.uuid().describe('Of what waits since then: what waits anew is another notification.'),
  kind: z.enum(NOTIFICATION_KINDS),
  since: z.iso.datetime(),
  isRead: z.boolean(),
  path: z.string().describe('The page of the admin where it can be dealt with.'),
  facts: z
    .record(z.string(), z.string())
    .describe('What the sentence of its kind is about: names, days, quarters, codes.'),
});

export const notificationListSchema = z
  .object({
    data: z.array(notificationSchema).describe('The newest first, at most 100.'),
    total: z.int(),
    unread: z.int(),
  })
  .meta({ id: 'Notifications' });
export type NotificationList = z.output<typeof notificationListSchema>;

export const readSchema = z
  .strictObject({
    ids: z
      .array(z.uuid(saying('NOT_AN_ID')).toLowerCase())
      .min(1)
      .max(100)
      .optional()
      .describe('Those that were opened; without it, all that wait.'),
  })
  .meta({ id: 'NotificationsRead' });

export const settingsSchema = z
  .object({ mail: z.enum(MAIL_TIMES).describe('When what waits comes by mail.') })
  .meta({ id: 'NotificationSettings' });
export type NotificationSettings = z.output<typeof settingsSchema>;
export const settingsPatchSchema = z
  .strictObject({ mail: z.enum(MAIL_TIMES) })
  .meta({ id: 'NotificationSettingsPatch' });
