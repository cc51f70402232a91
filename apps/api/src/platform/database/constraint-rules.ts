import type { ErrorCode, FaultCode } from '@fieldlab/domain';

export interface ConstraintRule {
  code: ErrorCode;
  /** A sentence for people: what happened, and what to do. */
  detail: string;
  /** The field that it is about, where it is one, and what is wrong with it. */
  fault?: readonly [field: string, code: FaultCode];
}

const ENDS_BEFORE_START = 'The period would end before it starts; correct one of the two days.';
const endsBeforeStart = (field: string): ConstraintRule => ({
  code: 'INVALID_INPUT',
  detail: ENDS_BEFORE_START,
  fault: [field, 'ENDS_AT_START'],
});

/** What a broken constraint means to people. Constraints that the product checks first still lose races here. */
const CONSTRAINT_RULES: Readonly<Record<string, ConstraintRule>> = {
  participations_never_overlap: {
    code: 'PARTICIPATION_OVERLAP',
    detail:
      'The company takes part in this centre in that period already; end or change that participation first.',
  },
  company_numbers_number: { code: 'DUPLICATE_NUMBER', detail: 'Another company holds this number.' },
  company_numbers_one_at_a_time: {
    code: 'PERIODS_OVERLAP',
    detail: 'The company has a number in that period already.',
  },
  company_profiles_one_at_a_time: {
    code: 'PERIODS_OVERLAP',
    detail: 'The company has data for that period already.',
  },
  centres_code: { code: 'DUPLICATE_CODE', detail: 'Another centre has this code.' },
  users_email: { code: 'DUPLICATE_EMAIL', detail: 'Another user has this e-mail address.' },
  users_oidc: { code: 'DUPLICATE_IDENTITY', detail: 'Another user is bound to this identity.' },
  attendances_once: {
    code: 'DUPLICATE_ATTENDANCE',
    detail: 'This company is on the attendance list of this activity already.',
  },
  targets_once: {
    code: 'DUPLICATE_TARGET',
    detail: 'There is a target for this indicator, scope and day already; change that one.',
  },
  saved_views_name: {
    code: 'DUPLICATE_VIEW',
    detail: 'You have a view of that name for this list already; change that one.',
  },
  rounds_period: { code: 'DUPLICATE_ROUND', detail: 'There is a round for this quarter already.' },
  programmes_one: { code: 'DUPLICATE_PROGRAMME', detail: 'An installation has one programme.' },
  centres_period: endsBeforeStart('endedOn'),
  participations_period: endsBeforeStart('endedOn'),
  activities_period: endsBeforeStart('endedOn'),
  spin_offs_period: endsBeforeStart('dissolvedOn'),
  company_numbers_period: endsBeforeStart('effectiveOn'),
  company_profiles_period: endsBeforeStart('effectiveOn'),
  reports_period: endsBeforeStart('from'),
  centres_end_needs_start: {
    code: 'INVALID_INPUT',
    detail: 'An end needs a start: say when the centre started.',
    fault: ['startedOn', 'CENTRE_END_NEEDS_START'],
  },
  centres_hub_has_no_hub: { code: 'HUB_OF_A_HUB', detail: 'A hub does not belong to a hub itself.' },
  companies_not_merged_into_itself: {
    code: 'MERGE_CYCLE',
    detail: 'A company cannot be merged into itself; choose another one.',
  },
  merges_once: { code: 'MERGED_AWAY', detail: 'The company was merged into another meanwhile.' },
  company_numbers_kvk: {
    code: 'INVALID_INPUT',
    detail: 'A KvK number has 8 digits.',
    fault: ['kvkNumber', 'NOT_A_COMPANY_NUMBER'],
  },
  outcomes_whole_quantity: {
    code: 'INVALID_INPUT',
    detail: 'Must be a whole number; only JOBS has parts.',
    fault: ['quantity', 'NOT_A_WHOLE_OUTCOME'],
  },
  users_centres_of_coordinator: {
    code: 'INVALID_INPUT',
    detail: 'Only a coordinator is bound to centres.',
    fault: ['centreIds', 'CENTRES_OF_COORDINATOR'],
  },
};

/** Tables whose columns hold what people fill in. */
const FILLED_IN = [
  ...[
    'activities',
    'api_tokens',
    'attendances',
    'centres',
    'companies',
    'company_numbers',
    'company_profiles',
  ],
  ...[
    'comments',
    'comparisons',
    'contacts',
    'evidence',
    'import_mappings',
    'investments',
    'merges',
    'notes',
    'outcomes',
    'participations',
    'programmes',
    'reports',
  ],
  ...['rounds', 'saved_views', 'spin_offs', 'targets', 'users'],
];

/** What a broken constraint means to people; undefined for one that only a mistake of the program can break. */
export function ruleOfConstraint(name: string): ConstraintRule | undefined {
  return Object.hasOwn(CONSTRAINT_RULES, name) ? CONSTRAINT_RULES[name] : ruleOfColumn(name);
}

/** PostgreSQL calls the check of a single column after its table and itself: `spin_offs_name_check`. */
function ruleOfColumn(name: string): ConstraintRule | undefined {
  const table = FILLED_IN.find((one) => name.startsWith(`${one}_`) && name.endsWith('_check'));
  if (table === undefined) return undefined;
  const [first = '', ...rest] = name.slice(table.length + 1, -'_check'.length).split('_');
  const field = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  return {
    code: 'INVALID_INPUT',
    detail: 'The register cannot keep this value; check what it may be.',
    fault: [field, 'NOT_KEPT'],
  };
}

/** Constraints that nothing from outside can break: they guard the program against its own mistakes. */
export const INTERNAL_CONSTRAINTS: ReadonlySet<string> = new Set([
  ...['api_tokens_scopes', 'public_files_kind_check', 'public_files_sha256_check'],
  ...['access_settings_one', 'api_tokens_token_hash_key', 'sessions_method_check', 'sessions_token_hash_key'],
  ...[
    'audit_events_action_check',
    'audit_head_only_row_check',
    'audit_links_hash_key',
    'audit_links_position_key',
  ],
  ...['audit_salt_only_row_check', 'import_salt_only_row_check', 'knowledge_clock_only_row_check'],
  ...['duplicate_candidates_decision_check', 'duplicate_candidates_once', 'duplicate_candidates_pair'],
  'duplicate_scans_status_check',
  ...['register_checks_outcome_check', 'register_check_runs_stopped_by_check'],
  ...['register_proposals_open', 'register_proposals_status_check'],
  ...['comments_of', 'comments_centre_of_round', 'comments_withdrawn'],
  ...['saved_views_of', 'role_starts_role', 'own_starts_whole', 'own_starts_choice_check'],
  ...['calendar_feeds_token_hash_key', 'notification_settings_mail_check', 'target_lights_light_check'],
  ...['participation_links_token_hash_key', 'participation_statements_once'],
  ...['participation_statements_answer_check', 'participation_statements_decision_check'],
  ...['evidence_of', 'evidence_file_or_link', 'evidence_file_whole', 'evidence_sha256_hex'],
  ...[
    'idempotency_keys_key_check',
    'idempotency_keys_status_check',
    'one_time_links_purpose_check',
    'revisions_known_at_key',
    'users_oidc_pair',
  ],
  ...['imports_revision', 'imports_status_check', 'imports_undo_revision'],
  'privacy_settings_one',
  ...['privacy_settings_account_months_check', 'privacy_settings_contact_months_check'],
  ...['privacy_settings_deleted_days_check', 'privacy_settings_note_months_check'],
  ...['report_editions_number_check', 'report_editions_public_seal_check', 'report_editions_seal_check'],
  ...['round_answers_answer_check', 'round_answers_once', 'round_submissions_once'],
  'round_submissions_status_check',
]);
