import { currentIndicators, findIndicator } from '@fieldlab/domain';
import { useGetList } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useLanguage, useT } from '../i18n/use-t';
import type { Centre } from '../providers/records';
import { Pair } from '../ui/forms/FormBody';
import { MoneyInput, NumberInput } from '../ui/inputs/amounts';
import { ChoiceInput, DayInput, TextInput } from '../ui/inputs/fields';

export function TargetInputs() {
  const language = useLanguage();
  const titles = Object.fromEntries(currentIndicators.map(({ code, title }) => [code, title[language]]));
  return (
    <>
      <ChoiceInput source="indicator" words={titles} required />
      <ScopeInput />
      <Pair>
        <ValueInput />
        <DayInput source="dueOn" required />
      </Pair>
      <TextInput source="note" rows={3} />
    </>
  );
}

function ScopeInput() {
  const t = useT();
  const { data: centres = [] } = useGetList<Centre>(
    'centres',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' } },
    { retry: false },
  );
  const words = Object.fromEntries([
    ['programme', t('targets.programme')],
    ...centres.map(({ kind, code, name }) =>
      kind === 'HUB' ? [`hub:${code}`, t('targets.ofHub', { name })] : [`centre:${code}`, name],
    ),
  ]) as Record<string, string>;
  return <ChoiceInput source="scope" words={words} required />;
}

/** In the unit of the indicator that was chosen. */
function ValueInput() {
  const t = useT();
  const indicator: unknown = useWatch({ name: 'indicator' });
  const unit = (typeof indicator === 'string' ? findIndicator(indicator)?.unit : undefined) ?? 'count';
  const help = t(`targets.valueHelp.${unit}`);
  return unit === 'EUR' ? (
    <MoneyInput source="value" required help={help} />
  ) : (
    <NumberInput source="value" required help={help} />
  );
}
