/** Of a report, wherever its history is told. */
export const reportValues = {
  status: {
    DRAFT: 'concept',
    SUBMITTED: 'ingediend',
    APPROVED: 'goedgekeurd',
    PUBLISHING: 'wordt gepubliceerd',
    PUBLISHED: 'gepubliceerd',
  },
  languages: { nl: 'Nederlands', en: 'Engels' },
};
