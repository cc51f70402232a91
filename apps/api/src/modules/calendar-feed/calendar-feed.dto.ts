import { z } from 'zod';

/** As long as a token of ours may be. What is no token names no calendar. */
export const feedTokenSchema = z.string().max(100);

export const calendarFeedSchema = z
  .object({ createdAt: z.iso.datetime().nullable().describe('When its address was made; null for none.') })
  .meta({ id: 'CalendarFeed' });
export type CalendarFeedDto = z.output<typeof calendarFeedSchema>;

export const newCalendarFeedSchema = z
  .object({
    createdAt: z.iso.datetime(),
    address: z.string().describe('Shown this once: whoever has it reads the calendar.'),
  })
  .meta({ id: 'NewCalendarFeed' });
export type NewCalendarFeed = z.output<typeof newCalendarFeedSchema>;
