import { kindOf, REGISTER_RESOURCES } from '@fieldlab/domain';

/** What the document's chapters hold; one that no route uses is left out. */
export const TAGS: readonly { name: string; description: string }[] = [
  { name: 'health', description: 'Whether the program answers, and whether it can work.' },
  { name: 'session', description: 'Signing in and out, by password, second factor or provider.' },
  { name: 'sessions', description: 'Where one is signed in.' },
  { name: 'notifications', description: 'What waits for whoever asks: listed, by mail, and in a calendar.' },
  { name: 'account', description: "One's own account: password, second factor, language." },
  { name: 'persons', description: 'What the register holds about a person: found, copied and erased.' },
  { name: 'users', description: 'People, their roles and centres.' },
  { name: 'api-tokens', description: 'Tokens for machines.' },
  { name: 'access-settings', description: 'Rules for signing in that hold for everybody.' },
  { name: 'programme', description: 'The one programme of this installation.' },
  ...REGISTER_RESOURCES.map((name) => ({ name, description: kindOf(name).about.en })),
  { name: 'registered-companies', description: 'What a country’s business register says of companies.' },
  {
    name: 'register-proposals',
    description: 'Changes of companies that a business register tells of, for people to decide upon.',
  },
  { name: 'register-checks', description: 'Looking companies up in business registers, at night.' },
  { name: 'evidence', description: 'Links and files behind a record.' },
  {
    name: 'comments',
    description: 'What people say to each other about a record, a report or a submission.',
  },
  {
    name: 'saved-views',
    description:
      'How people look at lists and the overview, kept under a name, shared, and where they start.',
  },
  { name: 'imports', description: 'Workbooks: checked as a whole, then written as a whole.' },
  { name: 'import-mappings', description: 'What the columns of lists of another layout are, by name.' },
  { name: 'duplicates', description: 'Companies that may be one.' },
  { name: 'merges', description: 'Companies that turned out to be one.' },
  { name: 'indicators', description: 'The published definitions of the figures.' },
  { name: 'figures', description: 'Figures on a date, as known at an instant, in a scope.' },
  { name: 'targets', description: 'What the programme aims at.' },
  { name: 'rounds', description: 'Rounds of collecting data.' },
  { name: 'comparisons', description: 'Figures of others beside our own.' },
  { name: 'reports', description: 'Evaluation reports and their sealed editions.' },
  { name: 'public', description: 'What is published, for everybody.' },
  { name: 'audit-events', description: 'Who did what to which record, when, from which request.' },
];
