/** Of a report, wherever its history is told. */
export const reportValues = {
  status: {
    DRAFT: 'draft',
    SUBMITTED: 'submitted',
    APPROVED: 'approved',
    PUBLISHING: 'being published',
    PUBLISHED: 'published',
  },
  languages: { nl: 'Dutch', en: 'English' },
};
