import { isCalendarDate } from '@fieldlab/domain';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Day, Instant, Money, Province, RecordLinks } from '../fields/values';
import { useCodeWords } from './use-code-words';

const REFERENCES: Record<string, string> = {
  companyId: 'companies',
  parentCompanyId: 'companies',
  mergedIntoId: 'companies',
  centreId: 'centres',
  centreIds: 'centres',
  hubId: 'centres',
  activityId: 'activities',
  userId: 'users',
  submittedById: 'users',
  approvedById: 'users',
};
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DIGEST = /^(?:hmac-)?sha256:(?:[0-9a-f]{64}|withheld)$/;

/** Whether the audit trail keeps this value as a digest, because it is somebody's. */
export const isDigest = (value: unknown): boolean => typeof value === 'string' && DIGEST.test(value);
export const isEmpty = (value: unknown): boolean => textsOf(value).length === 0;

interface ValueTextProps {
  resource: string;
  field: string;
  value: unknown;
}

/** A field's value in words: never a code, never an id. */
export function ValueText(props: ValueTextProps) {
  const t = useT();
  const texts = textsOf(props.value);
  if (texts.length === 0) return <em>{t('register.record.wasEmpty')}</em>;
  const reference = REFERENCES[props.field];
  if (reference) return <RecordLinks resource={reference} ids={texts} />;
  return texts.map((text, index) => (
    <span key={text}>
      {index > 0 && ', '}
      <OneValue {...props} text={text} />
    </span>
  ));
}

function OneValue({ resource, field, value, text }: ValueTextProps & { text: string }): ReactNode {
  const t = useT();
  const { number } = useFormat();
  const wordOf = useCodeWords();
  if (isDigest(text)) return <em>{t('audit.encrypted')}</em>;
  if (field === 'province') return <Province code={text} />;
  if (field === 'amountEur') return <Money amount={text} />;
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number') return number(value);
  if (isCalendarDate(text)) return <Day date={text} />;
  if (INSTANT.test(text)) return <Instant at={text} />;
  return wordOf(resource, field, text);
}

/** The texts of a value: of a list each of them, of nothing none. */
function textsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap(textsOf))];
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}
