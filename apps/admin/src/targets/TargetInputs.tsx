import { currentIndicators, findIndicator } from '@fieldlab/domain';
import { useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { useLanguage, useT } from '../i18n/use-t';
import { ScopePicker } from '../ui/figures/ScopePicker';
import { Pair } from '../ui/forms/FormBody';
import { MoneyInput, NumberInput } from '../ui/inputs/amounts';
import { ChoiceInput, DayInput, TextInput } from '../ui/inputs/fields';
import { useField } from '../ui/inputs/use-field';

export { useTargetName as useRecordName } from './use-target-name';

export default function TargetInputs() {
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
  const typed = useRef('');
  const field = useField<string>({ source: 'scope', required: true, typed }, 'programme');
  return (
    <ScopePicker
      {...field}
      whole="programme"
      onTyped={(text) => {
        typed.current = text;
      }}
    />
  );
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
