import { AUDIT_ACTIONS, REGISTER_RESOURCES } from '@fieldlab/domain';
import { useNames, useT } from '../i18n/use-t';
import { ChoiceFilter, DaysFilter, PersonFilter } from '../ui/list/filters';

const RESOURCES = [
  ...REGISTER_RESOURCES,
  'merges',
  'duplicates',
  'register-proposals',
  'evidence',
  'comments',
  'saved-views',
  'role-starts',
  'targets',
  'rounds',
  'comparisons',
  'import-mappings',
  'reports',
  'users',
  'api-tokens',
  'access-settings',
  'privacy-settings',
  'sign-ins',
  'personal-data',
  'programme',
];

export function AuditFilters() {
  const t = useT();
  const { many } = useNames();
  const actions = Object.fromEntries(AUDIT_ACTIONS.map((action) => [action, t(`audit.actions.${action}`)]));
  const resources = Object.fromEntries(RESOURCES.map((resource) => [resource, many(resource)]));
  return (
    <>
      <PersonFilter resource="audit-events" source="actorId" />
      <ChoiceFilter resource="audit-events" source="resource" words={resources} />
      <ChoiceFilter resource="audit-events" source="action" words={actions} />
      <DaysFilter resource="audit-events" source="at" />
    </>
  );
}
